//! A district's figures split among its townships, so that they add up exactly.

use crate::domain::Month;

/// A township's weight, which moves in a straight line from the first month to the last.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// The township's code.
    pub township: String,
    /// Its weight in the first month.
    pub from: f64,
    /// Its weight in the last month.
    pub to: f64,
}

/// Splits every month's figure by weight in steps of the last digit: `[share][month]`.
///
/// Where the figure never falls (`rising`), no township's does.
pub fn split(figures: &[f64], shares: &[Share], decimals: u8, rising: bool) -> Vec<Vec<f64>> {
    let scale = 10f64.powi(i32::from(decimals));
    let last = figures.len().saturating_sub(1).max(1) as f64;
    let mut steps = vec![0i64; shares.len()];
    let mut columns = vec![Vec::with_capacity(figures.len()); shares.len()];
    for (index, figure) in figures.iter().enumerate() {
        let way = index as f64 / last;
        let weights: Vec<f64> =
            shares.iter().map(|share| share.from + (share.to - share.from) * way).collect();
        let sum: f64 = weights.iter().sum();
        let total = (figure * scale).round();
        let ideal: Vec<f64> = weights.iter().map(|weight| total * weight / sum).collect();
        if !rising {
            for (step, ideal) in steps.iter_mut().zip(&ideal) {
                *step = ideal.floor() as i64;
            }
        }
        let open = total as i64 - steps.iter().sum::<i64>();
        for _ in 0..open {
            // Each further step goes to the township that is furthest below its weight.
            let behind = |at: usize| ideal[at] - steps[at] as f64;
            let next = (0..steps.len())
                .max_by(|one, other| behind(*one).total_cmp(&behind(*other)).then(other.cmp(one)));
            if let Some(next) = next {
                steps[next] += 1;
            }
        }
        for (column, step) in columns.iter_mut().zip(&steps) {
            column.push(*step as f64 / scale);
        }
    }
    columns
}

/// The index of a month in figures that start in `first`.
pub fn index(first: Month, month: Month) -> Option<usize> {
    usize::try_from(month.since(first)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_add_up_and_do_not_fall() {
        let shares: Vec<Share> = [(5.0, 1.0), (3.0, 3.0), (1.0, 5.0)]
            .iter()
            .map(|(from, to)| Share { township: String::new(), from: *from, to: *to })
            .collect();
        for (figures, decimals, rising) in
            [(vec![0.0, 7.0, 7.0, 20.0, 33.0, 100.0], 0, true), (vec![16.3, 15.9, 15.9, 17.1], 1, false)]
        {
            let columns = split(&figures, &shares, decimals, rising);
            for (month, figure) in figures.iter().enumerate() {
                let sum: f64 = columns.iter().map(|column| column[month]).sum();
                assert!((sum - figure).abs() < 1e-9, "{month}: {sum}");
            }
            assert!(!rising || columns.iter().all(|column| column.is_sorted()));
        }
    }
}
