//! Kinds of projects, places and units in words. A kind that is not known here stands as the data write it.

use crate::domain::Lang;

/// The word for a kind of project.
pub fn project(kind: &str, lang: Lang) -> String {
    let (zh, en) = match kind {
        "programme" => ("行动", "programme"),
        "work" => ("工程", "work"),
        "system" => ("重点系统", "focus system"),
        "platform" => ("平台", "platform"),
        "enterprise-platform" => ("平台企业", "platform enterprise"),
        "application" => ("应用", "application"),
        "infrastructure" => ("基础设施", "infrastructure"),
        "facility" => ("设施", "facility"),
        "park" => ("园区", "park"),
        "logistics-park" => ("物流园区", "logistics park"),
        "business-circle" => ("商圈", "business district"),
        "livestream-base" => ("直播基地", "livestreaming base"),
        "training-base" => ("实训基地", "training base"),
        "event" => ("活动", "event"),
        "pilot" => ("试点", "pilot"),
        "designation" => ("称号", "designation"),
        other => (other, other),
    };
    lang.pick(zh, en).to_owned()
}

/// The word for a kind of place.
pub fn site(category: &str, lang: Lang) -> String {
    let (zh, en) = match category {
        "business-district" => ("商圈", "business district"),
        "park" => ("园区", "park"),
        "logistics" => ("物流园区", "logistics park"),
        "livestream-base" => ("直播基地", "livestreaming base"),
        "training-base" => ("实训基地", "training base"),
        "service-centre" => ("服务中心", "service centre"),
        "sports" => ("体育设施", "sports facility"),
        "area" => ("片区", "area"),
        "university" => ("高校", "university"),
        "research-institute" => ("研究院", "research institute"),
        "partner-outside-district" => ("区外合作单位", "partner outside the district"),
        "enterprise" => ("企业", "enterprise"),
        other => (other, other),
    };
    lang.pick(zh, en).to_owned()
}

/// The word for a kind of unit or body.
pub fn department(kind: &str, lang: Lang) -> String {
    let (zh, en) = match kind {
        "government" => ("政府机构", "government"),
        "party-organ" => ("党委机构", "party organ"),
        "government-bureau" => ("政府部门", "government bureau"),
        "public-institution" => ("事业单位", "public institution"),
        "municipal-agency" => ("市派驻机构", "municipal agency"),
        "enterprise" => ("企业", "enterprise"),
        "working-group" => ("工作机构", "working body"),
        "addressee" => ("印发对象", "addressee"),
        other => (other, other),
    };
    lang.pick(zh, en).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_kinds_stand_as_they_are() {
        assert_eq!(project("work", Lang::Zh), "工程");
        assert_eq!(project("greenhouse", Lang::En), "greenhouse");
        assert_eq!(site("sports", Lang::En), "sports facility");
        assert_eq!(site("greenhouse", Lang::Zh), "greenhouse");
    }
}
