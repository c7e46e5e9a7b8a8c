//! Going through a chart point by point with the keys.

/// From one point to the one a year later, where a point is a month.
const YEAR: usize = 12;

/// What ECharts is to do when the reader leaves.
pub const LEAVE: &str = r#"{"type":"updateAxisPointer","currTrigger":"leave"}"#;

/// What ECharts is to do to point at an item of a chart's first series: its tooltip and the line through it.
pub fn show(at: usize) -> String {
    format!(r#"{{"type":"showTip","seriesIndex":0,"dataIndex":{at}}}"#)
}

/// The points of a chart that the keys lead through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// What is said at each, a month each.
    pub points: Vec<String>,
    /// Where it begins.
    pub start: usize,
}

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Goes to a point.
    To(usize),
    /// Leaves the chart.
    Leave,
}

impl Cursor {
    /// What a key, by its name in the browser, does for a reader who is at a point or at none; `None` for other keys.
    pub fn step(&self, at: Option<usize>, key: &str) -> Option<Step> {
        let last = self.points.len().checked_sub(1)?;
        let Some(at) = at else {
            return match key {
                "Home" => Some(Step::To(0)),
                "End" => Some(Step::To(last)),
                "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown" | "PageUp" | "PageDown" => {
                    Some(Step::To(self.start.min(last)))
                }
                _ => None,
            };
        };
        let to = match key {
            "ArrowLeft" | "ArrowDown" => at.saturating_sub(1),
            "ArrowRight" | "ArrowUp" => at + 1,
            "PageDown" => at.saturating_sub(YEAR),
            "PageUp" => at + YEAR,
            "Home" => 0,
            "End" => last,
            "Escape" => return Some(Step::Leave),
            _ => return None,
        };
        Some(Step::To(to.min(last)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_lead_through_months_and_stop_at_the_ends() {
        let cursor = Cursor { points: vec![String::new(); 37], start: 30 };
        let cases = [
            (None, "ArrowLeft", Some(Step::To(30))),
            (None, "PageUp", Some(Step::To(30))),
            (None, "Home", Some(Step::To(0))),
            (None, "End", Some(Step::To(36))),
            (None, "Escape", None),
            (None, "Tab", None),
            (Some(30), "ArrowLeft", Some(Step::To(29))),
            (Some(30), "ArrowRight", Some(Step::To(31))),
            (Some(30), "ArrowUp", Some(Step::To(31))),
            (Some(30), "ArrowDown", Some(Step::To(29))),
            (Some(30), "PageDown", Some(Step::To(18))),
            (Some(30), "PageUp", Some(Step::To(36))),
            (Some(5), "PageDown", Some(Step::To(0))),
            (Some(0), "ArrowLeft", Some(Step::To(0))),
            (Some(36), "ArrowRight", Some(Step::To(36))),
            (Some(5), "Home", Some(Step::To(0))),
            (Some(5), "End", Some(Step::To(36))),
            (Some(5), "Escape", Some(Step::Leave)),
            (Some(5), "Tab", None),
            (Some(5), "a", None),
        ];
        for (at, key, step) in cases {
            assert_eq!(cursor.step(at, key), step, "{at:?} {key}");
        }
        assert_eq!(Cursor { points: Vec::new(), start: 0 }.step(None, "Home"), None);
        assert_eq!(Cursor { points: vec![String::new()], start: 9 }.step(None, "PageUp"), Some(Step::To(0)));
    }

    #[test]
    fn actions_are_json() {
        let action: serde_json::Value = serde_json::from_str(&show(7)).unwrap();
        assert_eq!(action["dataIndex"], 7);
        assert!(serde_json::from_str::<serde_json::Value>(LEAVE).is_ok());
    }
}
