//! Chance that is the same every time.

/// A linear congruential generator.
pub(crate) struct Dice(u64);

impl Dice {
    /// Dice for what `name` names.
    pub(crate) fn new(name: &str) -> Self {
        let hash = blake3::hash(name.as_bytes());
        Self(hash.as_bytes()[..8].iter().fold(1, |seed, byte| seed << 8 | u64::from(*byte)))
    }

    /// A number below `sides` (0 where that is 0).
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % (sides.max(1) as u64)).expect("small")
    }

    /// One of `items`.
    pub(crate) fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.roll(items.len()))
    }
}
