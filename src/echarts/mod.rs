//! The one place that speaks to ECharts. It is a file of its own, fetched when the first chart is shown.

mod bindings;
mod handle;
mod host;
mod palette;

pub use handle::{ChartError, Handle, Keep, Listeners, register_map, svg};
pub use host::ChartHost;
pub use palette::{provide_colours, use_colours};

/// The licence of ECharts and of what comes with it, beside the page.
pub const NOTICE: &str = "vendor/echarts.NOTICE.txt";
