//! Counts of lights: the only way in which unlike items are added up.

use super::light::Light;

/// How many items have which light.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    counts: [usize; Light::ALL.len()],
}

impl Tally {
    /// The items with `light`.
    pub fn of(&self, light: Light) -> usize {
        self.counts[Self::index(light)]
    }

    /// The grey items: not due and without data.
    pub fn grey(&self) -> usize {
        self.of(Light::NotDue) + self.of(Light::NoData)
    }

    /// All items.
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }

    fn index(light: Light) -> usize {
        Light::ALL.iter().position(|other| *other == light).unwrap_or_default()
    }
}

impl FromIterator<Light> for Tally {
    fn from_iter<I: IntoIterator<Item = Light>>(lights: I) -> Self {
        let mut tally = Tally::default();
        for light in lights {
            tally.counts[Tally::index(light)] += 1;
        }
        tally
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lights_are_counted() {
        let tally: Tally =
            [Light::Red, Light::Green, Light::Red, Light::NoData, Light::NotDue].into_iter().collect();
        assert_eq!((tally.of(Light::Red), tally.of(Light::Green), tally.of(Light::Yellow)), (2, 1, 0));
        assert_eq!((tally.grey(), tally.total()), (2, 5));
    }
}
