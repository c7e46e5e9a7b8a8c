//! What the address calls the pages, looks, orders and filters to choose from.

use crate::domain::Light;

/// Declares an enum whose variants have a name in the address; the first is the default.
macro_rules! address_values {
    ($(#[$about:meta])* $name:ident { $(#[$first_about:meta])* $first:ident = $first_code:literal,
        $($(#[$other_about:meta])* $other:ident = $code:literal),* $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        pub enum $name {
            $(#[$first_about])*
            #[default]
            $first,
            $($(#[$other_about])* $other,)*
        }

        impl $name {
            /// Every value, the default first.
            pub const ALL: &[$name] = &[$name::$first, $($name::$other),*];

            /// The value's name in the address.
            pub fn code(self) -> &'static str {
                match self {
                    $name::$first => $first_code,
                    $($name::$other => $code,)*
                }
            }

            /// The value of this name, if there is one.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.code() == code)
            }
        }
    };
}

address_values! {
    /// A page.
    View {
        /// How the plan stands.
        Overview = "overview",
        /// All goals.
        Indicators = "indicators",
        /// One goal.
        Indicator = "indicator",
        /// One domain of the plan, or all of them.
        Domain = "domain",
        /// Every task of the plan (任务表).
        Tasks = "tasks",
        /// Who leads, supports and supervises what (责任表).
        Responsibility = "responsibility",
        /// Month by month, planned against actual (进度表).
        Progress = "progress",
        /// One department, or all of them.
        Departments = "departments",
        /// One project, or all of them.
        Projects = "projects",
        /// Who belongs to what: leading group, office and groups.
        Organisation = "organisation",
        /// What differs from another edition, and the agenda of the meeting about it.
        Changes = "changes",
        /// A bulletin to be printed (简报).
        Brief = "brief",
        /// One announcement, or all of them.
        Notices = "notices",
        /// Where things are.
        Map = "map",
        /// The control page of a wall: its pages, times and size, and the address that comes of them.
        Share = "share",
        /// What the data are and by which rules they are shown.
        About = "about",
        /// Every piece that pages are made of, for contributors.
        Styleguide = "styleguide",
    }
}

impl View {
    /// Whether the page is about what differs from another edition, so that it needs one even where none was chosen.
    pub fn compares(self) -> bool {
        matches!(self, View::Changes | View::Brief)
    }
}

address_values! {
    /// The page's colours.
    Theme {
        /// As the reader's system says.
        Auto = "auto",
        /// Paper.
        Light = "light",
        /// Ink.
        Dark = "dark",
        /// High contrast.
        Contrast = "contrast",
        /// No ground of its own, for embedding.
        Transparent = "transparent",
    }
}

address_values! {
    /// The order of the list of goals.
    Sort {
        /// As in the plan.
        Plan = "plan",
        /// The gravest light first.
        Light = "light",
        /// By name.
        Name = "name",
        /// The furthest behind first.
        Gap = "gap",
        /// The first due first.
        Due = "due",
        /// What has most to do first.
        Most = "most",
    }
}

address_values! {
    /// How what a page lists is drawn; a page that has no such face shows its first.
    Face {
        /// A row each.
        Table = "table",
        /// A card each.
        Cards = "cards",
        /// A small chart each, all on the same time.
        Small = "small",
        /// A bar each on a common time.
        Timeline = "timeline",
        /// In columns, one for each light.
        Board = "board",
        /// Ribbons between those who work together.
        Flow = "flow",
        /// One item after the other, to be talked through.
        Agenda = "agenda",
        /// A circle each, as large as its figure.
        Symbols = "symbols",
    }
}

address_values! {
    /// By what a list is divided; a list that cannot be divided so is not divided.
    Group {
        /// Not divided.
        None = "none",
        /// By domain.
        Domain = "domain",
        /// By light.
        Light = "light",
        /// By leading department.
        Lead = "lead",
        /// By kind.
        Kind = "kind",
    }
}

address_values! {
    /// How a map puts figures into classes.
    Classes {
        /// Where the figures leave gaps, at round numbers.
        Natural = "natural",
        /// As many figures in each.
        Quantile = "quantile",
        /// Each as wide as the others.
        Equal = "equal",
        /// By the distance from what is due, or from the target.
        Target = "target",
    }
}

address_values! {
    /// From one of several small maps to the next.
    Every {
        /// The last month of each year, and the newest.
        Year = "year",
        /// Every month.
        Month = "month",
    }
}

address_values! {
    /// What the rows of the responsibility table are.
    Rows {
        /// The plan's items with their commitments.
        Tasks = "tasks",
        /// Projects with their tasks.
        Projects = "projects",
    }
}

address_values! {
    /// When what a list shows falls due, seen from the day up to which figures reach.
    DueFilter {
        /// At any time, or none is stated.
        Any = "any",
        /// On that day or before.
        Past = "past",
        /// Within 30 days of it.
        Days30 = "30",
        /// Within 60 days.
        Days60 = "60",
        /// Within 90 days.
        Days90 = "90",
        /// Within 180 days.
        Days180 = "180",
    }
}

address_values! {
    /// Which lights a list shows.
    LightFilter {
        /// Every light.
        Any = "any",
        /// Green ones.
        Green = "green",
        /// Yellow ones.
        Yellow = "yellow",
        /// Red ones.
        Red = "red",
        /// Grey ones, not due or without data.
        Grey = "none",
    }
}

impl LightFilter {
    /// Whether an item with this light is shown.
    pub fn admits(self, light: Light) -> bool {
        self == LightFilter::Any || self.code() == light.code()
    }
}
