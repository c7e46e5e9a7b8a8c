//! What a page says of itself to search engines, previews and the window's title.

use super::card::card;
use super::headline::headline;
use super::overview::as_of;
use super::scope::Scope;
use crate::domain::{Lang, Tally, format};
use crate::route::{View, ViewState};

/// Title and description of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meta {
    /// `网络零售额 · 瓯海区数字生活新服务标杆区`.
    pub title: String,
    /// What stands on it, in a sentence or two.
    pub description: String,
}

/// The title and description of the page that the address asks for. `name` is what its view is called, `absent` what
/// a page about an unknown record is called, `district` the title of the whole.
pub fn meta(scope: &Scope<'_>, state: &ViewState, district: &str, name: &str, absent: &str) -> Meta {
    let (edition, lang) = (scope.edition, scope.lang);
    let stop = lang.pick("。", ". ");
    let (page, about) = match (state.view, state.id.as_deref()) {
        (View::Indicator, id) => match edition.indicator(id.unwrap_or_default()) {
            Some(indicator) => {
                let card = card(scope, indicator, &scope.standing(indicator));
                (card.name, card.summary)
            }
            None => (absent.to_owned(), String::new()),
        },
        (View::Domain, Some(id)) => match edition.domain(id) {
            Some(domain) => {
                (domain.name.get(lang).to_owned(), format!("{}{stop}", domain.position.get(lang)))
            }
            None => (absent.to_owned(), String::new()),
        },
        (View::Departments, Some(id)) => match edition.department(id) {
            Some(department) => {
                (department.name.get(lang).to_owned(), format!("{}{stop}", sentence(View::Departments, lang)))
            }
            None => (absent.to_owned(), String::new()),
        },
        (View::Projects, Some(id)) => match edition.project(id) {
            Some(project) => {
                let lead = scope
                    .department(project.lead.as_deref())
                    .map(|lead| lang.pick(format!("{lead}牵头{stop}"), format!("Led by {lead}{stop}")));
                (project.name.get(lang).to_owned(), lead.unwrap_or_default())
            }
            None => (absent.to_owned(), String::new()),
        },
        (View::Notices, Some(id)) => match edition.notices.iter().find(|notice| notice.id == id) {
            Some(notice) => {
                let day = format::day(notice.date, lang);
                let text = notice.text.as_ref().map(|text| text.get(lang)).unwrap_or_default();
                (notice.title.get(lang).to_owned(), format!("{day}{}{text} ", lang.pick("：", ": ")))
            }
            None => (absent.to_owned(), String::new()),
        },
        (View::Overview, _) => {
            let lights = edition.indicators.iter().map(|indicator| scope.standing(indicator).light);
            (name.to_owned(), format!("{}{stop}", headline(scope, &lights.collect::<Tally>())))
        }
        (view, _) => match sentence(view, lang) {
            "" => (name.to_owned(), String::new()),
            about => (name.to_owned(), format!("{about}{stop}")),
        },
    };
    let description = format!("{about}{district}{stop}{}{stop}", as_of(scope));
    Meta { title: format!("{page} · {district}"), description: description.trim_end().to_owned() }
}

/// What stands on a page that is about many records; empty where its name says it.
fn sentence(view: View, lang: Lang) -> &'static str {
    let (zh, en) = match view {
        View::Tasks => (
            "方案的每项任务：谁牵头，何时到期，亮什么灯",
            "Every task of the plan: who leads it, when it is due, how it stands",
        ),
        View::Responsibility => ("哪个部门牵头、配合哪些任务", "Which unit leads and supports which tasks"),
        View::Progress => {
            ("各项目标和任务逐月应达与实际", "Goals and tasks month by month, planned against actual")
        }
        View::Departments => (
            "牵头和配合的目标、任务，下一步到期的事",
            "Goals and tasks led and supported, and what is due next",
        ),
        View::Projects => (
            "工程、系统、平台、园区和活动：任务、目标、地点",
            "Works, systems, platforms, parks and events with their tasks, goals and sites",
        ),
        View::Organisation => {
            ("领导小组、办公室和各工作组", "The leading group, its office and its working groups")
        }
        View::Changes => (
            "与上一期相比变了什么，会上先议什么",
            "What changed since the last edition, and what to talk about first",
        ),
        View::Brief => ("可打印的简报", "A bulletin to be printed"),
        View::Share => (
            "选页面、时长和屏幕，得到大屏的地址和二维码",
            "Choose pages, times and screen, and take the wall's address or QR code",
        ),
        View::Notices => ("有日期、有出处的公告", "Dated notices with their sources"),
        _ => ("", ""),
    };
    lang.pick(zh, en)
}
