//! What is found by how its characters are read, too, once that is known.

use std::sync::OnceLock;

use crate::domain::Readings;

/// The readings of characters, which may come only after what is searched was made.
#[derive(Debug, Default)]
pub struct Hearing(OnceLock<Readings>);

impl Hearing {
    /// The readings; none until they are known.
    pub fn readings(&self) -> &Readings {
        static NONE: Readings = Readings::none();
        self.0.get().unwrap_or(&NONE)
    }
}

/// A list that is searched.
pub trait Searched {
    /// Where its readings are.
    fn hearing(&self) -> &Hearing;

    /// From now on things are found by pinyin, too. Only the first readings count.
    fn hear(&self, readings: Readings) {
        if !readings.is_empty() {
            let _ = self.hearing().0.set(readings);
        }
    }

    /// The same, in one go with its making.
    fn with_readings(self, readings: Readings) -> Self
    where
        Self: Sized,
    {
        self.hear(readings);
        self
    }
}
