//! The twin of the press, in a homepack that was built without the part that makes PDFs.

use crate::failure::Failure;
use crate::paper::Paper;
use crate::render::PaperFile;
use crate::text::Audience;
use crate::theme::Theme;

/// Sets no paper.
pub struct Press(());

#[allow(clippy::unused_self, clippy::unnecessary_wraps, reason = "as it is with the press")]
impl Press {
    /// Whether any paper is ever set.
    pub const IS_THERE: bool = false;

    /// There is nothing to make ready.
    ///
    /// # Errors
    /// None.
    pub fn new(_: &Theme) -> Result<Self, Failure> {
        Ok(Self(()))
    }

    /// Whether papers are set at all.
    #[must_use]
    pub fn is_there(&self) -> bool {
        false
    }

    /// No paper comes of it.
    ///
    /// # Errors
    /// None.
    pub fn set<A: Audience>(&self, _: &str, _: &Paper<A>) -> Result<Option<PaperFile>, Failure> {
        Ok(None)
    }

    /// Nothing was remembered.
    pub fn forget(&self, _: usize) {}
}
