//! What a link in Markdown may lead to: a page of ours, a number, an address. Anything else becomes plain words.

use crate::document::Target;
use crate::home::reach;
use crate::name::led_to;

/// Where a link's address leads; none where it is not one that a home's page may have.
pub(super) fn target(address: &str) -> Option<Target> {
    if let Some(page) = address.strip_prefix("page:") {
        let (id, anchor) = page.split_once('#').unwrap_or((page, ""));
        return Some(Target::Page { id: led_to(id), anchor: anchor.to_owned() });
    }
    if let Some(number) = address.strip_prefix("tel:") {
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        let number = if number.starts_with('+') { format!("+{digits}") } else { reach::dialled(&digits) };
        return Some(Target::Phone { number });
    }
    if let Some(address) = address.strip_prefix("mailto:") {
        return Some(Target::Email { address: address.to_owned() });
    }
    reach::is_web_address(address).then(|| Target::Web { address: address.to_owned() })
}
