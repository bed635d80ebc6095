//! What anybody may read, for one resident's own papers. There is no way back.

use std::fmt;

use super::{Block, Contact, Document, Fact, Inline, PhoneLine, PicturedRow, Rating, Section, Words};
use crate::text::{Audience, Personal, Public};

/// Something that may stand in a resident's own papers.
pub(crate) trait Widen {
    /// The same for a resident's own papers.
    type Personal;

    /// The same for a resident's own papers.
    fn personal(self) -> Self::Personal;
}

impl<T: Widen> Widen for Vec<T> {
    type Personal = Vec<T::Personal>;

    fn personal(self) -> Self::Personal {
        self.into_iter().map(Widen::personal).collect()
    }
}

impl Widen for Document<Public> {
    type Personal = Document<Personal>;

    fn personal(self) -> Document<Personal> {
        Document {
            id: self.id,
            language: self.language,
            title: self.title.personal(),
            summary: self.summary,
            blocks: self.blocks.personal(),
            sections: self.sections.personal(),
        }
    }
}

impl Widen for Section<Public> {
    type Personal = Section<Personal>;

    fn personal(self) -> Section<Personal> {
        Section {
            anchor: self.anchor,
            heading: self.heading.personal(),
            panel: self.panel,
            blocks: self.blocks.personal(),
            sections: self.sections.personal(),
        }
    }
}

impl Widen for Block<Public> {
    type Personal = Block<Personal>;

    fn personal(self) -> Block<Personal> {
        match self {
            Block::Paragraph { words } => Block::Paragraph { words: words.personal() },
            Block::List { points } => Block::List { points: points.personal() },
            Block::Steps { first, steps } => Block::Steps { first, steps: steps.personal() },
            Block::Pictured { rows } => Block::Pictured { rows: rows.personal() },
            Block::Facts { facts } => Block::Facts { facts: facts.personal() },
            Block::Table { columns, rows } => Block::Table { columns: columns.personal(), rows: rows.personal() },
            Block::Contact(contact) => Block::Contact(contact.personal()),
            Block::Rating(rating) => Block::Rating(rating.personal()),
            Block::Quote { blocks, by } => Block::Quote { blocks: blocks.personal(), by: by.personal() },
            Block::Ruled { lines } => Block::Ruled { lines },
            Block::Picture { file, description, caption } => {
                Block::Picture { file, description: description.personal(), caption: caption.personal() }
            }
        }
    }
}

impl Widen for PicturedRow<Public> {
    type Personal = PicturedRow<Personal>;

    fn personal(self) -> PicturedRow<Personal> {
        PicturedRow { drawing: self.drawing, blocks: self.blocks.personal() }
    }
}

impl Widen for Fact<Public> {
    type Personal = Fact<Personal>;

    fn personal(self) -> Fact<Personal> {
        Fact { label: self.label.personal(), value: self.value.personal() }
    }
}

impl Widen for Contact<Public> {
    type Personal = Contact<Personal>;

    fn personal(self) -> Contact<Personal> {
        Contact {
            id: self.id,
            name: self.name.personal(),
            about: self.about.personal(),
            phones: self.phones.personal(),
            facts: self.facts.personal(),
        }
    }
}

impl Widen for PhoneLine<Public> {
    type Personal = PhoneLine<Personal>;

    fn personal(self) -> PhoneLine<Personal> {
        PhoneLine { label: self.label.personal(), number: self.number.personal() }
    }
}

impl Widen for Rating<Public> {
    type Personal = Rating<Personal>;

    fn personal(self) -> Rating<Personal> {
        Rating {
            overall: self.overall.personal(),
            blocks: self.blocks.personal(),
            questions: self.questions.personal(),
        }
    }
}

impl Widen for Inline<Public> {
    type Personal = Inline<Personal>;

    fn personal(self) -> Inline<Personal> {
        match self {
            Inline::Words(words) => Inline::Words(Words::new(words.text.into(), words.from)),
            Inline::Strong { words } => Inline::Strong { words: words.personal() },
            Inline::Link { to, words } => Inline::Link { to, words: words.personal() },
            Inline::Break => Inline::Break,
        }
    }
}

/// Shows a section that anybody may read, and of others nothing that was made of their words.
impl<A: Audience> fmt::Debug for Section<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Section");
        if !A::PERSONAL {
            shown.field("anchor", &self.anchor);
        }
        shown.field("heading", &self.heading).field("panel", &self.panel);
        shown.field("blocks", &self.blocks).field("sections", &self.sections).finish()
    }
}

/// Shows words and links that anybody may read, and of others none.
impl<A: Audience> fmt::Debug for Inline<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            _ if A::PERSONAL => f.write_str("‹personal›"),
            Inline::Words(words) => f.debug_tuple("Words").field(words).finish(),
            Inline::Strong { words } => f.debug_struct("Strong").field("words", words).finish(),
            Inline::Link { to, words } => f.debug_struct("Link").field("to", to).field("words", words).finish(),
            Inline::Break => f.write_str("Break"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::letters;
    use crate::text::Origin;

    #[test]
    fn a_resident_s_words_are_silent_in_what_anybody_may_read() {
        let personal = Origin { personal: true, ..Origin::NONE };
        let words = |from| vec![Inline::<Public>::Words(Words::new("Bea".to_owned(), from))];
        assert_eq!((letters(&words(personal)), letters(&words(Origin::NONE))), (String::new(), "Bea".to_owned()));
    }
}
