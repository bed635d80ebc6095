//! What the elements of HTML are to somebody who reads the page.

/// What an element does to the words around and in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Goes on within the sentence.
    Inline,
    /// Words that lead somewhere.
    Link,
    /// A space.
    Break,
    /// Ends what came before, and has no words.
    Void,
    /// Has no words and changes nothing.
    Nothing,
    Picture,
    /// Not read at all.
    Skipped,
    Block,
    Heading(u8),
    Point,
    Quote,
    Label,
    Plain,
    Row,
    Cell,
}

impl Kind {
    /// Whether it stands on lines of its own.
    pub(super) fn is_block(self) -> bool {
        !matches!(self, Self::Inline | Self::Link | Self::Break | Self::Nothing | Self::Picture | Self::Skipped)
    }
}

pub(super) fn kind(name: &str) -> Kind {
    match name {
        "a" => Kind::Link,
        "br" => Kind::Break,
        "hr" => Kind::Void,
        "wbr" | "input" | "meta" | "link" | "base" | "col" | "area" | "source" | "track" | "embed" | "param" => {
            Kind::Nothing
        }
        "img" => Kind::Picture,
        "script" | "style" | "template" | "noscript" | "nav" | "head" | "title" | "svg" | "math" | "iframe"
        | "object" | "canvas" | "audio" | "video" | "textarea" | "datalist" | "rp" | "rt" => Kind::Skipped,
        "h1" => Kind::Heading(1),
        "h2" => Kind::Heading(2),
        "h3" => Kind::Heading(3),
        "h4" => Kind::Heading(4),
        "h5" => Kind::Heading(5),
        "h6" => Kind::Heading(6),
        "li" => Kind::Point,
        "blockquote" => Kind::Quote,
        "caption" | "figcaption" | "label" | "legend" | "button" | "summary" | "option" | "dt" => Kind::Label,
        "address" | "pre" => Kind::Plain,
        "tr" => Kind::Row,
        "td" | "th" => Kind::Cell,
        "p" | "div" | "section" | "article" | "main" | "header" | "footer" | "aside" | "body" | "html" | "ul"
        | "ol" | "menu" | "dl" | "dd" | "table" | "thead" | "tbody" | "tfoot" | "figure" | "form" | "fieldset"
        | "details" | "dialog" | "hgroup" | "search" | "select" | "center" | "noframes" => Kind::Block,
        _ => Kind::Inline,
    }
}

/// The elements that end where this one begins, and those within which they are looked for.
pub(super) fn closed_by(name: &str) -> (&'static [&'static str], &'static [&'static str]) {
    const BOXES: &[&str] =
        &["table", "td", "th", "body", "div", "li", "dd", "blockquote", "section", "article", "button"];
    const LISTS: &[&str] = &["ul", "ol", "menu", "table"];
    match name {
        "li" => (&["li"], LISTS),
        "dt" | "dd" => (&["dt", "dd"], &["dl", "table"]),
        "td" | "th" => (&["td", "th"], &["tr", "table"]),
        "tr" => (&["tr"], &["table"]),
        "thead" | "tbody" | "tfoot" => (&["thead", "tbody", "tfoot"], &["table"]),
        "option" => (&["option"], &["select"]),
        "body" => (&["head"], &["html"]),
        "p" | "div" | "ul" | "ol" | "dl" | "table" | "blockquote" | "address" | "section" | "article" | "figure"
        | "form" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "hr" | "pre" | "main" | "header" | "footer" | "nav"
        | "aside" => (&["p"], BOXES),
        _ => (&[], &[]),
    }
}
