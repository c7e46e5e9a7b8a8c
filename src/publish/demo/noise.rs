//! Reproducible scatter for generated figures.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// A stream of numbers that depends on a seed and a name only, whatever else is generated.
pub struct Noise {
    generator: ChaCha8Rng,
}

impl Noise {
    /// The stream of `name` under `seed`.
    pub fn of(seed: u64, name: &str) -> Self {
        let mut generator = ChaCha8Rng::seed_from_u64(seed);
        generator.set_stream(fnv1a(name));
        Self { generator }
    }

    /// The next number, evenly spread from −1 to 1.
    pub fn draw(&mut self) -> f64 {
        f64::from(self.generator.next_u32()) / f64::from(u32::MAX) * 2.0 - 1.0
    }
}

/// The 64-bit FNV-1a hash.
fn fnv1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_depend_on_seed_and_name_only() {
        let draw = |seed, name| {
            let mut noise = Noise::of(seed, name);
            [noise.draw(), noise.draw(), noise.draw()]
        };
        assert_eq!(draw(1, "a"), draw(1, "a"));
        assert_ne!(draw(1, "a"), draw(1, "b"));
        assert_ne!(draw(1, "a"), draw(2, "a"));
        assert!(draw(3, "c").iter().all(|number| (-1.0..=1.0).contains(number)));
    }
}
