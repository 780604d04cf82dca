//! Direction of text by UAX #9: what a reader sees, which phrases spill over their edges, and how they are kept in.
//!
//! A paragraph goes in with the direction of its language, and with what its format says of its parts; a [`Reading`]
//! comes out.
//!
//! ```
//! use mizan::bidi::{self, Sink, Verdict};
//! use mizan::locale::Direction;
//!
//! let text = "نتعلم لغة C++ من الصفر.";
//! let reading = bidi::check(text, Direction::Rtl, &[]);
//! assert_eq!(reading.verdict(), Verdict::Broken); // shown as ++C
//! assert_eq!(reading.spills[0].span.slice(text), "C++");
//! assert_eq!(reading.mended(text, Sink::Html), "نتعلم لغة <bdi dir=\"ltr\">C++</bdi> من الصفر.");
//! ```

mod balance;
mod class;
pub mod controls;
#[cfg(feature = "cli")]
pub mod display;
mod levels;
mod picture;
mod scan;
mod sink;
mod spill;

pub use balance::{Flaw, FlawKind, flaws};
pub use class::first_strong;
pub use picture::{Glyph, Picture};
pub use scan::is_mixed;
pub(crate) use sink::balanced;
pub use sink::{Edit, Sink, isolated, needs_isolation};
pub use spill::{Fault, Part, PartKind, Reading, Spill, SpillKind, Verdict, check};
