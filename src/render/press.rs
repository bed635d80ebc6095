//! The press: papers onto sheets. In a homepack that was built without the part that makes PDFs its twin stands here: it takes the
//! same papers, sets none of them, and says so.
//!
//! Comes from: `make`, with papers of `compose`. Nobody else asks whether there is a press.

#[cfg(feature = "pdf")]
mod real;
#[cfg(not(feature = "pdf"))]
mod twin;

#[cfg(feature = "pdf")]
pub use real::Press;
#[cfg(not(feature = "pdf"))]
pub use twin::Press;
