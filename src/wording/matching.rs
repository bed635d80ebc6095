//! Finds one pattern in one sentence, from the word that anchors it outwards.

use crate::english::clause::Clauses;
use crate::english::tokens::Token;
use crate::rulebook::class::Class;
use crate::rulebook::pattern::{Node, Pattern};
use crate::rulebook::role::Role;
use crate::rulebook::vocabulary::Vocabulary;

/// Where a pattern was found, in words of the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// The first word of the pattern.
    pub(crate) from: usize,
    /// The word after its last.
    pub(crate) to: usize,
    /// The first word that is pointed out.
    pub(crate) open: usize,
    /// The word after the last that is pointed out.
    pub(crate) close: usize,
}

/// What the pattern is looked for in.
pub(crate) struct Matching<'a> {
    pub(crate) clauses: &'a Clauses<'a>,
    pub(crate) vocabulary: &'a Vocabulary,
}

/// Where the brackets were met.
#[derive(Debug, Clone, Copy, Default)]
struct Marks {
    open: Option<usize>,
    close: Option<usize>,
}

impl Matching<'_> {
    /// Finds a pattern whose anchor stands at a word, or is the phrase about the person there.
    pub(crate) fn at(&self, pattern: &Pattern, at: usize) -> Option<Found> {
        let phrase = pattern.anchor.is_some_and(|anchor| matches!(pattern.nodes[anchor], Node::Phrase(_)));
        let at = if phrase { self.clauses.phrase_with(at)?.start } else { at };
        let (before, after) = pattern.nodes.split_at(pattern.anchor.unwrap_or(0));
        let (from, marks) = self.back(before, at, Marks::default())?;
        let (to, marks) = self.on(after, at, marks)?;
        Some(Found { from, to, open: marks.open.unwrap_or(from), close: marks.close.unwrap_or(to) })
    }

    /// Whether a pattern stands anywhere in the sentence.
    pub(crate) fn anywhere(&self, pattern: &Pattern) -> bool {
        let may_be = |anchor| match pattern.nodes[anchor] {
            // Nearly always the word does not stand in the sentence, and one look tells.
            Node::Word(set) => self.vocabulary.members(set).mask & self.clauses.bits != 0,
            _ => true,
        };
        pattern.anchor.is_none_or(may_be) && self.everywhere(pattern).next().is_some()
    }

    /// Every place where a pattern stands.
    pub(crate) fn everywhere<'a>(&'a self, pattern: &'a Pattern) -> impl Iterator<Item = Found> + 'a {
        let may_be = |at: &usize| {
            pattern.anchor.is_none_or(|anchor| match pattern.nodes[anchor] {
                Node::Phrase(_) => self.clauses.phrase_with(*at).is_some(),
                ref node => self.is(node, *at),
            })
        };
        (0..self.clauses.tokens.len()).filter(may_be).filter_map(|at| self.at(pattern, at))
    }

    /// Whether a word is what a node wants.
    fn is(&self, node: &Node, at: usize) -> bool {
        let Some(token) = self.clauses.tokens.get(at) else { return false };
        match node {
            Node::Word(set) => self.vocabulary.holds(*set, token.word),
            Node::Class(class) => token.is(*class),
            Node::Comma => token.is(Class::COMMA),
            Node::Participle(fine) => !self.is(&Node::Word(*fine), at) && self.clauses.is_participle(at),
            Node::Verb(fine) => !self.is(&Node::Word(*fine), at) && self.clauses.acts(at),
            _ => false,
        }
    }

    /// Goes on through the nodes from a word; gives the word after the last.
    fn on(&self, nodes: &[Node], at: usize, mut marks: Marks) -> Option<(usize, Marks)> {
        let Some((node, rest)) = nodes.split_first() else { return Some((at, marks)) };
        let tokens = self.clauses.tokens;
        match node {
            // Of several brackets the first opens and the last closes.
            Node::Open => marks.open = marks.open.or(Some(at)),
            Node::Close => marks.close = Some(at),
            Node::Word(_) | Node::Class(_) | Node::Comma | Node::Participle(_) | Node::Verb(_) => {
                return self.is(node, at).then(|| self.on(rest, at + 1, marks))?;
            }
            Node::Phrase(roles) => {
                let phrase = self.clauses.phrase_from(at).filter(|phrase| phrase.role.intersects(*roles))?;
                return self.on(rest, phrase.end, marks);
            }
            Node::Be | Node::Helped => {
                let end = self.helped(at);
                let be = tokens[at..end].iter().any(|token| token.is(Class::BE));
                if *node == Node::Be && !be {
                    return None;
                }
                return self.on(rest, end, marks);
            }
            Node::Gap(most) => {
                return (0..=usize::from(*most))
                    .take_while(|n| self.passable(at, at + n))
                    .find_map(|n| self.on(rest, at + n, marks));
            }
            _ => return self.stands(node, at).then(|| self.on(rest, at, marks))?,
        }
        self.on(rest, at, marks)
    }

    /// Goes back through the nodes from before a word; gives the first word.
    fn back(&self, nodes: &[Node], at: usize, mut marks: Marks) -> Option<(usize, Marks)> {
        let Some((node, rest)) = nodes.split_last() else { return Some((at, marks)) };
        let tokens = self.clauses.tokens;
        match node {
            Node::Open => marks.open = Some(at),
            Node::Close => marks.close = marks.close.or(Some(at)),
            Node::Word(_) | Node::Class(_) | Node::Comma | Node::Participle(_) | Node::Verb(_) => {
                let before = at.checked_sub(1)?;
                return self.is(node, before).then(|| self.back(rest, before, marks))?;
            }
            Node::Phrase(roles) => {
                let phrase = self.clauses.phrase_to(at).filter(|phrase| phrase.role.intersects(*roles))?;
                return self.back(rest, phrase.start, marks);
            }
            Node::Be | Node::Helped => {
                let start = self.helped_back(at);
                let be = tokens[start..at].iter().any(|token| token.is(Class::BE));
                if *node == Node::Be && !be {
                    return None;
                }
                return self.back(rest, start, marks);
            }
            Node::Gap(most) => {
                return (0..=usize::from(*most))
                    .take_while(|n| *n <= at && self.passable(at - n, at))
                    .find_map(|n| self.back(rest, at - n, marks));
            }
            _ => return self.stands(node, at).then(|| self.back(rest, at, marks))?,
        }
        self.back(rest, at, marks)
    }

    /// Whether a node that takes no word holds between two words.
    fn stands(&self, node: &Node, at: usize) -> bool {
        let tokens = self.clauses.tokens;
        let before = at.checked_sub(1);
        match node {
            Node::Ahead(set) => !self.is(&Node::Word(*set), at),
            Node::AheadClass(class) => !tokens.get(at).is_some_and(|token| token.is(*class)),
            Node::Behind(set) => !before.is_some_and(|before| self.is(&Node::Word(*set), before)),
            Node::BehindClass(class) => !before.is_some_and(|before| tokens[before].is(*class)),
            Node::PhraseEnd => self.clauses.ends_at(at),
            Node::Start => tokens[..at].iter().all(|token| token.is(Class::STOP | Class::SIGN | Class::NUM)),
            Node::End => tokens[at..].iter().all(|token| token.is(Class::STOP | Class::SIGN)),
            _ => false,
        }
    }

    /// Whether a gap may run over these words: no clause ends in them.
    fn passable(&self, from: usize, to: usize) -> bool {
        to <= self.clauses.tokens.len()
            && !self.clauses.tokens[from..to].iter().any(|token| token.is(Class::STOP | Class::SIGN))
    }

    /// The end of what helps a verb, from here on.
    fn helped(&self, at: usize) -> usize {
        let helps = |token: &Token| {
            token.is(Class::AUX | Class::ADV | Class::NEG | Class::TO) && !token.role.intersects(Role::PERSON)
        };
        let tokens = self.clauses.tokens;
        let mut end = at;
        while end < tokens.len() && end < at + 8 && helps(&tokens[end]) {
            // “to” helps only “to be”.
            if tokens[end].is(Class::TO) && !tokens.get(end + 1).is_some_and(|next| next.is(Class::BE | Class::HAVE)) {
                break;
            }
            end += 1;
        }
        end
    }

    /// The start of what helps a verb, up to here.
    fn helped_back(&self, at: usize) -> usize {
        let tokens = self.clauses.tokens;
        let mut start = at;
        while start > 0 && start + 8 > at {
            let token = tokens[start - 1];
            let to = token.is(Class::TO) && tokens.get(start).is_some_and(|next| next.is(Class::BE | Class::HAVE));
            let helps = token.is(Class::AUX | Class::ADV | Class::NEG) && !token.is(Class::TO);
            if !(helps || to) {
                break;
            }
            start -= 1;
        }
        // Words such as “only” before the first helping verb are no part of it.
        while start < at && !tokens[start].is(Class::AUX | Class::TO) {
            start += 1;
        }
        start
    }
}
