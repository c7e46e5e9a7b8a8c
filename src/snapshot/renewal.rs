//! When to look for something newer again, and how a newer program is told.

/// Seconds until the first attempt after a failure.
const FIRST: f64 = 5.0;

/// Seconds until the next look for newer data, after so many failures in a row, where a look is due every `refresh`
/// seconds. It gives up never, waits twice as long after each failure, and never longer than without one.
pub fn wait(refresh: f64, failures: u32) -> f64 {
    if failures == 0 { refresh } else { (FIRST * 2_f64.powi(failures.min(30) as i32 - 1)).min(refresh) }
}

/// When data were last known to be the newest, where a copy of the manifest is read that the server sent at a moment: then,
/// or when the server confirmed them since, and not in the future, whatever the machine's clock was set to. All in
/// milliseconds since 1970.
pub fn confirmed(before: Option<f64>, sent: f64, now: f64) -> f64 {
    before.map_or(sent, |before| before.max(sent)).min(now)
}

/// The files of the program that a page's HTML names, to be compared with those of another: the address of its start
/// script and of its style sheet, in the order of the page. `None` where it names none, as another server's error does.
pub fn program(html: &str) -> Option<String> {
    let quoted = html.split('"').filter(|value| value.contains("boot.js?") || value.ends_with(".css"));
    let names: Vec<String> = quoted.map(|name| name.replace("&amp;", "&")).collect();
    names.iter().any(|name| name.contains("boot.js?")).then(|| names.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_is_followed_soon_and_then_ever_later_up_to_the_usual() {
        assert_eq!(
            (0..8).map(|failures| wait(300.0, failures)).collect::<Vec<_>>(),
            [300.0, 5.0, 10.0, 20.0, 40.0, 80.0, 160.0, 300.0]
        );
        assert_eq!(wait(300.0, u32::MAX), 300.0);
        assert_eq!(wait(10.0, 1), 5.0);
    }

    #[test]
    fn a_copy_is_as_old_as_when_it_was_sent() {
        assert_eq!(confirmed(None, 10.0, 50.0), 10.0);
        assert_eq!(confirmed(Some(20.0), 10.0, 50.0), 20.0);
        assert_eq!(confirmed(Some(20.0), 30.0, 50.0), 30.0);
        assert_eq!(confirmed(None, 60.0, 50.0), 50.0, "the clock was set back");
    }

    #[test]
    fn a_newer_program_is_told_by_its_files() {
        let page = |js: &str, css: &str| {
            format!(
                r#"<link rel="stylesheet" href="./biaogan-{css}.css"><script type="module" src="./boot.js?js={js}.js&wasm={js}.wasm"></script>"#
            )
        };
        let now = program(&page("1a", "2b"));
        assert_eq!(now.as_deref(), Some("./biaogan-2b.css ./boot.js?js=1a.js&wasm=1a.wasm"));
        assert_eq!(program(&page("1a", "2b").replace('&', "&amp;")), now, "as the DOM writes it");
        assert_ne!(program(&page("1b", "2b")), now);
        assert_ne!(program(&page("1a", "2c")), now);
        assert_eq!(program("<h1>502 Bad Gateway</h1>"), None);
    }
}
