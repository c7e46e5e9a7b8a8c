//! Which page of a wall is on, for how long still, and what a person who steps in changes about it.

/// Milliseconds without a touch or key after which pages go on by themselves.
pub const IDLE: f64 = 60_000.0;

/// What keeps a page from giving way to the next.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Hold {
    /// Nothing.
    #[default]
    None,
    /// Someone touched the wall, so many milliseconds ago.
    Touched(f64),
    /// Someone asked for it; it ends when it is asked for again.
    Paused,
}

/// A place in the order of pages, and the time on it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rotation {
    /// Which leaf is on.
    pub at: usize,
    /// Milliseconds that it has been.
    pub elapsed: f64,
    /// What keeps it.
    pub hold: Hold,
}

impl Rotation {
    /// Time goes by, in milliseconds; `stay` says how long each leaf stays, without end where there is none.
    ///
    /// After a pause of the machine itself the next leaf follows, not several at once.
    #[must_use]
    pub fn tick(self, passed: f64, stay: &[Option<f64>]) -> Self {
        let passed = passed.max(0.0);
        match self.hold {
            Hold::Paused => return self,
            Hold::Touched(ago) if ago + passed < IDLE => {
                return Self { hold: Hold::Touched(ago + passed), ..self };
            }
            // The page that was looked at stays its whole time once more.
            Hold::Touched(_) => return Self { hold: Hold::None, elapsed: 0.0, ..self },
            Hold::None => {}
        }
        let elapsed = self.elapsed + passed;
        match stay.get(self.at).copied().flatten() {
            Some(stay_for) if elapsed >= stay_for && stay.len() > 1 => {
                Self { at: (self.at + 1) % stay.len(), elapsed: 0.0, ..self }
            }
            Some(stay_for) => Self { elapsed: elapsed.min(stay_for), ..self },
            None => self,
        }
    }

    /// Someone touched the wall or pressed a key.
    #[must_use]
    pub fn touched(self) -> Self {
        match self.hold {
            Hold::Paused => self,
            Hold::None | Hold::Touched(_) => Self { hold: Hold::Touched(0.0), ..self },
        }
    }

    /// Goes to a leaf by hand.
    #[must_use]
    pub fn to(self, at: usize) -> Self {
        Self { at, elapsed: 0.0, ..self }.touched()
    }

    /// Goes so many leaves on, or back, of `count`; the first follows the last.
    #[must_use]
    pub fn step(self, by: isize, count: usize) -> Self {
        let count = count.max(1) as isize;
        self.to((self.at as isize + by).rem_euclid(count) as usize)
    }

    /// Stops the order of pages, or lets it go on.
    #[must_use]
    pub fn pause(self) -> Self {
        match self.hold {
            Hold::Paused => Self { hold: Hold::None, elapsed: 0.0, ..self },
            Hold::None | Hold::Touched(_) => Self { hold: Hold::Paused, ..self },
        }
    }

    /// How much of its time the leaf that stays `stay` milliseconds has had, 0 to 1.
    pub fn share(&self, stay: Option<f64>) -> f64 {
        stay.map_or(0.0, |stay| (self.elapsed / stay.max(1.0)).clamp(0.0, 1.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STAY: [Option<f64>; 3] = [Some(30_000.0), Some(10_000.0), None];

    fn after(rotation: Rotation, seconds: usize) -> Rotation {
        (0..seconds).fold(rotation, |rotation, _| rotation.tick(1000.0, &STAY))
    }

    #[test]
    fn each_leaf_stays_as_long_as_it_says() {
        let start = Rotation::default();
        assert_eq!(after(start, 29).at, 0);
        assert_eq!(after(start, 30), Rotation { at: 1, ..start });
        assert_eq!(after(start, 40).at, 2);
        assert_eq!(after(start, 4000).at, 2, "one that stays for ever");
        assert_eq!(start.tick(500.0, &[Some(1000.0)]).tick(600.0, &[Some(1000.0)]).at, 0, "the only one");
    }

    #[test]
    fn a_machine_that_slept_goes_one_leaf_on() {
        assert_eq!(Rotation::default().tick(86_400_000.0, &STAY), Rotation { at: 1, ..Rotation::default() });
        assert_eq!(Rotation::default().tick(-5.0, &STAY), Rotation::default(), "a clock that was put back");
    }

    #[test]
    fn a_touch_holds_the_leaf_until_nobody_is_there() {
        let touched = after(Rotation::default(), 29).touched();
        assert_eq!(after(touched, 59).at, 0);
        let again = after(touched, 59).touched();
        assert_eq!(after(again, 59).hold, Hold::Touched(59_000.0));
        assert_eq!(after(touched, 60), Rotation { at: 0, elapsed: 0.0, hold: Hold::None });
        assert_eq!(after(touched, 90).at, 1);
    }

    #[test]
    fn a_pause_lasts_until_it_is_ended() {
        let paused = Rotation::default().pause();
        assert_eq!(after(paused, 10_000), paused);
        assert_eq!(paused.touched(), paused);
        assert_eq!(paused.step(1, 3), Rotation { at: 1, elapsed: 0.0, hold: Hold::Paused });
        assert_eq!(paused.pause().hold, Hold::None);
    }

    #[test]
    fn steps_go_round() {
        let start = Rotation::default();
        assert_eq!([start.step(-1, 3).at, start.step(4, 3).at, start.step(1, 0).at], [2, 1, 0]);
    }

    #[test]
    fn the_share_of_its_time_is_told() {
        let half = Rotation { elapsed: 15_000.0, ..Rotation::default() };
        assert_eq!((half.share(STAY[0]), half.share(None)), (0.5, 0.0));
    }
}
