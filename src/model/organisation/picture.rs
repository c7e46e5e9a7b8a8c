//! The organisation as a picture of it leaves the page: boxes of words, one below or beside the other.

use super::super::frame::Caption;
use super::super::scope::Scope;
use super::Organisation;
use super::tree::{Body, Seat, tops};
use crate::domain::Lang;

/// A body in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrgBox {
    /// Its name.
    pub name: String,
    /// Role, work, duty, posts and members; some may be empty.
    pub lines: Vec<String>,
    /// How deep it stands, from 0.
    pub depth: usize,
}

/// A top body, and the groups next below it, each a body with all below that one.
pub type OrgTop = (OrgBox, Vec<Vec<OrgBox>>);

/// The picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrgPicture {
    /// What is written around it.
    pub caption: Caption,
    /// From above.
    pub tops: Vec<OrgTop>,
}

impl Organisation {
    /// The bodies and, behind them, what belongs to none.
    pub fn picture(&self, scope: &Scope<'_>, address: &str) -> OrgPicture {
        let lang = scope.lang;
        let boxed = |body: &Body| boxed(body, lang);
        let group = |group: &[Body]| group.iter().map(boxed).collect::<Vec<_>>();
        let tops = tops(&self.bodies).into_iter();
        let tops = tops.map(|(top, groups)| (boxed(top), groups.into_iter().map(group).collect()));
        let loose = (!self.loose.is_empty()).then(|| OrgBox {
            name: lang.pick("没有所属机构", "Of no body").to_owned(),
            lines: vec![seats(&self.loose, lang)],
            depth: 0,
        });
        OrgPicture {
            // Seats and duties are the plan's; no generated figure is among them.
            caption: Caption::of_many(scope, &self.headline, self.summary.clone(), false, address),
            tops: tops.chain(loose.map(|loose| (loose, Vec::new()))).collect(),
        }
    }
}

fn boxed(body: &Body, lang: Lang) -> OrgBox {
    let within = body.within.iter().filter(|_| body.depth > 1);
    let mut lines: Vec<String> =
        within.map(|above| lang.pick(format!("属于{above}"), format!("Part of {above}"))).collect();
    lines.extend([&body.role, &body.work, &body.duty].map(String::clone));
    lines.extend(body.posts.iter().map(|post| held(post, lang)));
    let count = body.members.len();
    if count > 0 {
        let counted = lang.pick(format!("成员{count}个："), format!("Members, {count}: "));
        lines.push(counted + &seats(&body.members, lang));
    }
    OrgBox { name: body.name.clone(), lines, depth: body.depth }
}

/// A post and who holds it.
fn held(post: &Seat, lang: Lang) -> String {
    let by = post.department.iter().map(|(_, name)| name).filter(|name| **name != post.name);
    [&post.name].into_iter().chain(by).map(String::as_str).collect::<Vec<_>>().join(lang.pick("：", ": "))
}

fn seats(seats: &[Seat], lang: Lang) -> String {
    seats.iter().map(|seat| seat.name.as_str()).collect::<Vec<_>>().join(lang.pick("、", ", "))
}
