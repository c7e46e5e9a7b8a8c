//! View models told to ECharts: plain data in, the text of an option out.
//!
//! charming's types serve where they fit; series and tooltips are our own, for charming 0.6 knows neither marks
//! of single points, nor dash patterns, nor tooltips drawn on the canvas (an HTML one would need inline styles).

mod basemap;
mod cursor;
mod flow_picture;
mod framed;
mod map;
mod map_geo;
mod map_picture;
mod org_picture;
mod palette;
mod picture;
mod time_picture;
mod trend;
mod wire;
mod wire_map;

pub use basemap::basemap;
pub use cursor::{Cursor, LEAVE, Step, show};
pub use flow_picture::flow_picture;
pub use map::{MOST_ZOOM, SITES, map, spot_item, town_item, town_tip};
pub use map_geo::{SHEET, geo_json};
pub use map_picture::{MAP_SIZE, map_picture};
pub use org_picture::org_picture;
pub use palette::Palette;
pub use picture::{SIZE, trend_picture};
pub use time_picture::time_picture;
pub use trend::trend;
