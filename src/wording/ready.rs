//! The rules as the build script made them ready: a block of bytes in the program.
//!
//! Reading and multiplying out every pattern takes the time in which a person notices a wait; taking the finished book from its
//! bytes takes a tenth of it. The YAML files stay the only source, and a test holds the bytes to them.

use crate::failure::Failure;
use crate::rulebook::Rulebook;

/// A finished book of rules, as [`Rulebook::bytes`] writes it.
const BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rulebook.bin"));

impl Rulebook {
    /// The rules that are part of the program.
    ///
    /// # Errors
    /// Where the program's own data are damaged.
    pub fn built_in() -> Result<Self, Failure> {
        Self::from_bytes(BYTES).map_err(|damaged| Failure::damaged(damaged.file, damaged.why))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::letters::Letters;

    #[test]
    fn what_was_made_ready_says_what_was_written() {
        let (ready, written) = (Rulebook::built_in().unwrap(), Rulebook::of(&Letters::built_in()).unwrap());
        assert_eq!(ready.rules, written.rules);
        assert_eq!((ready.patterns, ready.standing), (written.patterns, written.standing));
        assert_eq!((ready.lifts, ready.instead), (written.lifts, written.instead));
        assert_eq!((ready.about, ready.done), (written.about, written.done));
        assert_eq!(ready.vocabulary.len(), written.vocabulary.len());
    }

    #[test]
    fn damaged_rules_are_a_fault_of_the_program_and_never_of_the_theme() {
        let damaged = Rulebook::from_bytes(&BYTES[..BYTES.len() / 2]).unwrap_err();
        let said = Failure::damaged(damaged.file, damaged.why).to_string();
        assert!(said.starts_with("homepack itself is damaged, in rulebook.bin: "), "{said}");
        let mut letters = Letters::built_in();
        letters.lifts.push_str("wide: [door]\n");
        let damaged = Rulebook::of(&letters).unwrap_err().to_string();
        assert!(damaged.starts_with("vocabulary/lifts.yaml: line ") && damaged.contains("“wide”"), "{damaged}");
    }
}
