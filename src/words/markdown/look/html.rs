//! HTML in Markdown: pages are made from Markdown alone, and a tag would be shown as it stands.

/// What is wrong with a line of HTML, and what to write; none where there is nothing to say.
pub(super) fn block(line: &str) -> Option<(String, String)> {
    let line = line.trim();
    if line.is_empty() || line.starts_with("<!--") {
        return None;
    }
    let tag = tag(line);
    (!tag.is_empty()).then(|| (told(&tag), instead(&tag)))
}

/// What is wrong with a tag among words, and what to write; none where it is known, or only closes what another opened.
pub(super) fn inline(written: &str) -> Option<(String, String)> {
    let tag = tag(written);
    if written.starts_with("</") || written.starts_with("<!--") || tag == "br" {
        return None;
    }
    Some((told(&tag), instead(&tag)))
}

/// The name of a tag, in small letters; a whole declaration up to its first space.
fn tag(written: &str) -> String {
    let Some(inside) = written.strip_prefix('<') else { return String::new() };
    let inside = inside.trim_start_matches('/');
    let end = inside.find(|c: char| !(c.is_alphanumeric() || "!?-[".contains(c))).unwrap_or(inside.len());
    inside[..end].to_lowercase()
}

fn told(tag: &str) -> String {
    format!("“<{tag}>” is HTML, and would be shown as it stands")
}

/// What to write in the place of a tag.
fn instead(tag: &str) -> String {
    let help = match tag {
        "b" | "strong" | "i" | "em" | "u" | "mark" => {
            "Write two stars before the words and two after them: **like this**."
        }
        "a" => "Write the words in square brackets and the address after them: [Visiting us](page:visiting).",
        "h1" => "Write “# ” before the title.",
        "h2" => "Write “## ” before the heading.",
        "h3" | "h4" | "h5" | "h6" => "Write “### ” before the heading.",
        "ul" | "li" => "Begin each point on a line of its own with “- ”.",
        "ol" => "Begin each step on a line of its own with “1. ”, “2. ” and so on.",
        "img" => "Write ![](photos/garden.jpg), and what the picture shows in photos.yaml.",
        "table" | "tr" | "td" | "th" => {
            "Write a table with “|” between its cells and a line of dashes under its first line."
        }
        "br" => "End the line before it with “\\”, or leave an empty line between two paragraphs.",
        "hr" => "Begin the part that comes after it with a heading: “## ” and its words.",
        "blockquote" => "Begin each line of what somebody said with “> ”.",
        "p" | "div" | "span" | "center" | "font" | "section" => {
            "Take the tag out, and leave an empty line between two paragraphs."
        }
        "s" | "del" | "strike" => "Take out what is no longer so.",
        "sup" | "sub" | "small" => "Take the tag out, and write the words as a part of the sentence.",
        "script" | "style" | "iframe" | "form" | "input" | "button" | "video" | "audio" | "object" | "embed" => {
            "Take it out: a page can show words, links and photographs. Say in words what it would do, with an address where there is one."
        }
        _ => "Take it out. If it is meant as it stands, write “\\<” in the place of “<”.",
    };
    help.to_owned()
}
