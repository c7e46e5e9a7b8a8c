//! The page's fixed words in both languages. A word that is missing in one language does not compile.

use crate::domain::Lang;

/// A fixed text in both languages.
#[derive(Clone, Copy)]
pub struct Text {
    zh: &'static str,
    en: &'static str,
}

impl Text {
    /// The text in a language.
    pub fn get(self, lang: Lang) -> &'static str {
        lang.pick(self.zh, self.en)
    }
}

macro_rules! texts {
    ($($name:ident: $zh:literal, $en:literal;)*) => {
        $(pub const $name: Text = Text { zh: $zh, en: $en };)*
    };
}

texts! {
    BRAND: "标杆", "Biaogan";
    SKIP: "跳到正文", "Skip to content";
    NAVIGATION: "主导航", "Main";
    OVERVIEW: "总览", "Overview";
    INDICATORS: "指标", "Indicators";
    MAP: "地图", "Map";
    DOMAINS: "领域", "Domains";
    ABOUT: "数据说明", "About";
    STYLEGUIDE: "样式手册", "Style guide";
    SNAPSHOT: "期次", "Edition";
    DEMO: "演示", "Demo";
    DEMO_DATA: "演示数据", "Demo data";
    OFFICIAL_DATA: "正式数据", "Official data";
    SOURCED: "有出处", "Sourced";
    PLAN: "计划", "Plan";
    LANGUAGE: "语言", "Language";
    DISPLAY: "显示", "Display";
    THEME: "配色", "Colours";
    THEME_AUTO: "跟随系统", "As the system";
    THEME_LIGHT: "浅色", "Light";
    THEME_DARK: "深色", "Dark";
    THEME_CONTRAST: "高对比", "High contrast";
    THEME_TRANSPARENT: "透明", "Transparent";
    LARGE_TYPE: "长者模式", "Large type";
    PART_MISSING: "本页没有载入", "This page could not be loaded";
    PART_MISSING_NOTE: "请检查网络，然后再试一次。", "Please check the network and try again.";
    LOADING: "正在读取数据…", "Loading data…";
    RETRY: "重试", "Try again";
    FAILED: "数据没有读到", "The data could not be read";
    STALE: "下面是上一次读到的数据", "Below are the data read last";
    STALE_AS_OF: "数据截至", "Data as of";
    LEFT_OUT: "数据中有问题", "Problems in the data";
    LEFT_OUT_NOTE: "读不出的记录已略过，其余照常。", "Records that could not be read were left out; the rest is shown.";
    DOMAIN: "领域", "Domain";
    ONE_MARK: "每个标记是一项指标", "One mark per goal";
    RED: "红", "Red";
    YELLOW: "黄", "Yel.";
    GREEN: "绿", "Grn";
    GREY: "灰", "Grey";
    ALL: "合计", "All";
    GOALS: "项", " goals";
    ACTUAL: "实际", "Actual";
    PACE: "序时（应达进度）", "Pace: due by this month";
    POLE: "目标与到期", "Target and due date";
    TARGET: "目标", "Target";
    WHAT_CHANGED: "本月变化", "What changed";
    NO_CHANGES: "与上月相比没有变化。", "Nothing changed since last month.";
    WHAT_IS_DUE: "将到期", "What is due";
    NOTHING_DUE: "没有后续到期节点。", "Nothing more falls due.";
    CONTINUED: "（续）", ", continued";
    GOALS_TITLE: "各项目标", "Goals";
    TOWNSHIPS: "街镇", "Townships";
    ALL_LIGHTS: "全部", "Any";
    LIGHT: "灯", "Light";
    LEAD: "牵头单位", "Lead";
    ANY: "不限", "Any";
    FIND: "按名称查找", "Find by name";
    SORT: "排序", "Sort";
    SORT_PLAN: "按方案顺序", "As in the plan";
    SORT_LIGHT: "按灯", "Gravest light first";
    SORT_NAME: "按名称", "By name";
    SORT_GAP: "按落后程度", "Furthest behind first";
    CLEAR: "清除筛选", "Clear filters";
    NOTHING_FOUND: "没有符合条件的目标。", "No goal matches.";
    OF: "共", "of";
    INDICATOR: "指标", "Goal";
    VALUE: "实际", "Actual";
    STANDING: "状况", "Standing";
    TREND: "走势", "Trend";
    TABLE: "表", "Table";
    MONTHLY_LIGHTS: "各月灯", "Monthly lights";
    MONTHLY_FIGURES: "逐月数据", "Month by month";
    MONTH: "月份", "Month";
    DUE: "序时", "Due";
    DIFFERENCE: "差", "Difference";
    STATUS: "状态", "Status";
    SHOW_ALL: "显示全部月份", "Show all months";
    WHO_WHAT_WHERE: "谁来办，办什么，在哪里", "Who, what and where";
    DEPARTMENTS: "部门", "Units";
    TASKS: "任务", "Tasks";
    SITES: "地点", "Sites";
    NONE: "无", "None";
    FORECAST: "照此推算", "If it goes on like this";
    SOURCES: "来源", "Sources";
    PATH: "所在位置", "Where this is";
    NEIGHBOURS: "前后指标", "Goals before and after";
    PREVIOUS: "上一项", "Previous";
    NEXT: "下一项", "Next";
    BACK_TO_LIST: "回到全部指标", "Back to all goals";
    NOT_FOUND: "没有这项记录", "No such record";
    NOT_FOUND_NOTE: "地址里的编号在这一期数据中不存在。", "The id in the address does not exist in this edition.";
    SCHEMATIC: "示意图 · 非法定界线", "Schematic · not legal boundaries";
    REVIEW: "审图号", "Review no.";
    REVIEW_PENDING: "（待核）", " (to be confirmed)";
    MAP_UNAVAILABLE: "地图没有读到", "The map could not be read";
    NO_LAYER: "这一期没有按街镇的数据。", "This edition has no figures per township.";
    NO_DATA: "无数据", "No data";
    LAYER: "按哪项数据着色", "Shade by";
    TOWNSHIP: "街镇", "Township";
    MAP_KEY: "圆点：一处地点；空心：只知街镇；圆内数字：此处的地点数。",
        "Dot: one site; hollow: only its township is known; number in a disc: sites there.";
    NUMBERED: "编号与图上提示一致", "Numbered as in the map tips";
    CLEAR_TOWN: "不再选中", "Unselect";
    UNPLACED: "位置待补", "Without a place";
    UNPLACED_NOTE: "找不到可靠位置的地点不上图，列在这里。", "Sites without a reliable location are not mapped; they are listed here.";
    ZOOM_IN: "放大", "Zoom in";
    ZOOM_OUT: "缩小", "Zoom out";
    ZOOM_RESET: "复原", "Whole district";
    OPEN_MAP: "打开地图", "Open the map";
    RULE: "亮灯规则", "Rule";
    DEMO_NOTE: "除注明来源者外，本页数字均为生成的演示数据，不代表实际进展。",
        "Figures on this page are generated unless a source is named; they do not show real progress.";
    PLAN_NOTE: "计划事实出自", "Plan facts come from";
    OFFICIAL_NOTE: "本期只列计划事实和有出处的公布数据。", "This edition holds the plan's facts and published figures with a named source.";
    PUBLISHER: "发布", "Publisher";
    FIGURE: "图", "Chart";
    FIGURE_OR_TABLE: "图或表", "Chart or table";
    EXPORT: "导出", "Export";
    EXPORTING: "正在导出…", "Exporting…";
    EXPORTED: "已存为", "Saved as";
    NOT_EXPORTED: "没有导出，请再试一次。", "Not exported. Please try again.";
    CHART_ROLE: "可逐月读数的图", "chart, read month by month";
    CHART_HINT: "方向键逐月，PageUp和PageDown逐年，Home和End到首尾，Esc退出。",
        "Arrows go by month, Page Up and Page Down by year, Home and End to the ends, Esc leaves.";
    PAGE_ADDRESS: "地址", "Address";
}
