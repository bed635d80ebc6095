//! A date, a number or a sum of money in a resident's record: it goes into that resident's papers and nowhere else.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, ser::Error as _};

use crate::text;

/// A value that only one resident and their staff may read. Nobody outside the crate can look inside, and it shows nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Confidential<T>(T);

impl<T> Confidential<T> {
    /// The value, to reckon with: is a day past, is a sum there. Never to print.
    pub(crate) fn inside(&self) -> &T {
        &self.0
    }
}

impl<T> fmt::Debug for Confidential<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("‹personal›")
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Confidential<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self)
    }
}

/// Into the words it goes with a mark that says it is personal.
impl<T: Serialize> Serialize for Confidential<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match serde_json::to_value(&self.0).map_err(S::Error::custom)? {
            serde_json::Value::String(marked) => serializer.serialize_str(&text::personal(&marked)),
            _ => Err(S::Error::custom("a day, a number or a sum of a record has to be written in letters")),
        }
    }
}
