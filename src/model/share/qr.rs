//! An address as a QR code (ISO/IEC 18004), for a phone that is held before a wall.

use std::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc};

/// Modules of white on each side, without which readers may not find the code.
pub const QUIET: u32 = 4;

/// A QR code as a drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// Modules from edge to edge, white ones around it included.
    pub size: u32,
    /// The dark modules as SVG path data, one unit a module.
    pub path: String,
}

/// The code of a text, which can still be read when 15 % of it are covered; `None` where the text is too long for one.
pub fn qr(text: &str) -> Option<Qr> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let side = code.size();
    let mut path = String::new();
    for y in 0..side {
        let mut x = 0;
        while x < side {
            let run = (x..side).take_while(|x| code.get_module(*x, y)).count() as i32;
            if run > 0 {
                let (left, top) = (x + QUIET as i32, y + QUIET as i32);
                let _ = write!(path, "M{left} {top}h{run}v1h-{run}z");
            }
            x += run.max(1);
        }
    }
    Some(Qr { size: side as u32 + 2 * QUIET, path })
}

impl Qr {
    /// The code as a file of SVG, `pixels` to a module: dark on white, whatever the page's colours.
    pub fn svg(&self, pixels: u32) -> String {
        let (size, side) = (self.size, self.size * pixels);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{side}\" height=\"{side}\" viewBox=\"0 0 {size} {size}\" \
             shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{size}v{size}H0z\"/><path d=\"{}\"/></svg>",
            self.path
        )
    }
}
