//! A picture of shapes as a PNG file.

use biaogan::model::share::picture::{Colour, Point, SIZE, Shape};
use tiny_skia::{FillRule, LineCap, LineJoin, Paint, Path, PathBuilder, Pixmap, Stroke, Transform};

/// The shapes, one above the other; `None` only where there is no memory for it.
pub fn png(shapes: &[Shape]) -> Option<Vec<u8>> {
    let [width, height] = SIZE;
    let mut canvas = Pixmap::new(width, height)?;
    for shape in shapes {
        draw(&mut canvas, shape);
    }
    canvas.encode_png().ok()
}

/// What has no extent is not drawn.
fn draw(canvas: &mut Pixmap, shape: &Shape) {
    match shape {
        Shape::Area(colour, points) => fill(canvas, *colour, through(points, true)),
        Shape::Disc(colour, [x, y], radius) => {
            fill(canvas, *colour, PathBuilder::from_circle(*x as f32, *y as f32, *radius as f32));
        }
        Shape::Ring(colour, [x, y], radius, width) => {
            line(canvas, *colour, PathBuilder::from_circle(*x as f32, *y as f32, *radius as f32), *width);
        }
        Shape::Line(colour, points, width) => line(canvas, *colour, through(points, false), *width),
    }
}

fn through(points: &[Point], closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (at, [x, y]) in points.iter().enumerate() {
        let (x, y) = (*x as f32, *y as f32);
        if at == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
    }
    if closed {
        path.close();
    }
    path.finish()
}

fn paint(colour: Colour) -> Paint<'static> {
    let [red, green, blue] = colour.rgb();
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color_rgba8(red, green, blue, 255);
    paint
}

fn fill(canvas: &mut Pixmap, colour: Colour, path: Option<Path>) {
    if let Some(path) = path {
        canvas.fill_path(&path, &paint(colour), FillRule::Winding, Transform::identity(), None);
    }
}

fn line(canvas: &mut Pixmap, colour: Colour, path: Option<Path>, width: f64) {
    let stroke = Stroke {
        width: width as f32,
        line_cap: LineCap::Round,
        line_join: LineJoin::Round,
        ..Stroke::default()
    };
    if let Some(path) = path {
        canvas.stroke_path(&path, &paint(colour), &stroke, Transform::identity(), None);
    }
}
