//! What is written at a key that holds no further keys: words, a day, a sum. Each kind says it once, with how it is written.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::home::Id;
use crate::home::date::Date;
use crate::home::number::{Count, Decimal, Money, Percent, Year};
use crate::home::reach::{Email, Phone, Postcode, WebAddress};
use crate::name::Name;
use crate::resident::Confidential;
use crate::text::{Audience, Language, Text};

/// What YAML takes for something else is read as it was written: `yes` and `007` are words too.
const AS_WRITTEN: [&str; 3] = ["string", "number", "boolean"];

/// Words as the home says them.
impl<A: Audience> JsonSchema for Text<A> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": AS_WRITTEN, "title": "words" })
    }
}

/// Says of each kind what it is called, what YAML may take it for, and how it is written.
macro_rules! kinds {
    ($($kind:ty: $types:expr, $said:literal;)*) => {$(
        impl JsonSchema for $kind {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> Cow<'static, str> {
                stringify!($kind).into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": $types, "title": $said })
            }
        }
    )*};
}

kinds! {
    Id: AS_WRITTEN, "a short name without spaces, as in bloom-harbour";
    Name: AS_WRITTEN, "a short name without spaces, as in bloom-harbour";
    Date: ["string"], "a day: the year, the month, the day, as in 2026-10-01";
    Year: ["integer", "string"], "a year, as in 1998";
    Count: ["integer", "string"], "a whole number, as in 6";
    Percent: ["number", "string"], "so many in a hundred, as in 84 or 84%";
    Decimal: ["number", "string"], "a number, as in 12 or 12.5";
    Money: ["number", "string"], "a sum in pounds, as in 1080 or 28.50";
    Phone: ["string", "number"], "a phone number, as in 01632 960123";
    Email: ["string"], "an email address";
    WebAddress: ["string"], "a web address, as in https://www.quay.example";
    Postcode: ["string"], "a postcode";
    Language: ["string"], "a language, by its English name, as in Welsh";
}

/// What is written is the same, whoever may read it.
impl<T: JsonSchema> JsonSchema for Confidential<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }
    fn json_schema(keys: &mut SchemaGenerator) -> Schema {
        T::json_schema(keys)
    }
}
