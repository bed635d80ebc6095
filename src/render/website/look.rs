//! The look: a theme's templates of pages, of their style, and of the pages around them. The only file that fills them in.

use tera::{Context, Tera};

use crate::failure::Failure;
use crate::theme::Theme;

/// The templates of a theme's look, ready to be filled in.
pub struct Look {
    tera: Tera,
}

impl Look {
    /// Reads a theme's templates.
    ///
    /// # Errors
    /// Where one of them is not a template.
    pub fn new(theme: &Theme) -> Result<Self, Failure> {
        let mut tera = Tera::new();
        tera.autoescape_on([".html", ".svg"]);
        let mut files = Vec::new();
        for path in theme.files.keys() {
            let name = path.strip_prefix("website/").filter(|name| !name.starts_with("drawings/"));
            if let Some(name) =
                name.filter(|name| name.ends_with(".html") || name.ends_with(".css") || name.ends_with(".svg"))
            {
                files.push((name.to_owned(), theme.letters(path)?.to_owned()));
            }
        }
        tera.add_raw_templates(files).map_err(|error| failed(&error))?;
        Ok(Self { tera })
    }

    /// Fills in one template.
    pub(super) fn fill(&self, template: &str, context: &Context) -> Result<String, Failure> {
        self.tera.render(template, context).map_err(|error| failed(&error))
    }
}

/// A fault of the look.
fn failed(error: &tera::Error) -> Failure {
    use std::error::Error;
    let cause = error.source().map(|cause| format!(": {cause}")).unwrap_or_default();
    Failure::Theme(format!("website/{error}{cause}"))
}
