//! The forms of an English word: “wash, washes, washed, washing”. Nouns and verbs share them; a form that does not exist does no harm.

/// Which form of a word a pattern asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Form {
    /// As it is written.
    Exact,
    /// Every form.
    Any,
    /// Past tense and past participle: “washed, took, taken”.
    Ed,
    /// “washing”.
    Ing,
    /// “washes”; of a noun the plural.
    S,
    /// “wash” and “washes”: the present.
    Present,
}

/// Words whose past is not made with -ed: the word, its past, its past participle.
const IRREGULAR: [(&str, &str, &str); 61] = [
    ("be", "was", "been"),
    ("become", "became", "become"),
    ("begin", "began", "begun"),
    ("break", "broke", "broken"),
    ("bring", "brought", "brought"),
    ("build", "built", "built"),
    ("buy", "bought", "bought"),
    ("catch", "caught", "caught"),
    ("choose", "chose", "chosen"),
    ("come", "came", "come"),
    ("cost", "cost", "cost"),
    ("cut", "cut", "cut"),
    ("deal", "dealt", "dealt"),
    ("do", "did", "done"),
    ("draw", "drew", "drawn"),
    ("drink", "drank", "drunk"),
    ("eat", "ate", "eaten"),
    ("fall", "fell", "fallen"),
    ("feed", "fed", "fed"),
    ("feel", "felt", "felt"),
    ("fight", "fought", "fought"),
    ("find", "found", "found"),
    ("forbid", "forbade", "forbidden"),
    ("get", "got", "got"),
    ("give", "gave", "given"),
    ("go", "went", "gone"),
    ("have", "had", "had"),
    ("hear", "heard", "heard"),
    ("hold", "held", "held"),
    ("keep", "kept", "kept"),
    ("know", "knew", "known"),
    ("lay", "laid", "laid"),
    ("lead", "led", "led"),
    ("leave", "left", "left"),
    ("let", "let", "let"),
    ("lie", "lay", "lain"),
    ("lose", "lost", "lost"),
    ("make", "made", "made"),
    ("meet", "met", "met"),
    ("pay", "paid", "paid"),
    ("put", "put", "put"),
    ("read", "read", "read"),
    ("ring", "rang", "rung"),
    ("rise", "rose", "risen"),
    ("run", "ran", "run"),
    ("say", "said", "said"),
    ("see", "saw", "seen"),
    ("seek", "sought", "sought"),
    ("send", "sent", "sent"),
    ("set", "set", "set"),
    ("show", "showed", "shown"),
    ("shut", "shut", "shut"),
    ("sit", "sat", "sat"),
    ("sleep", "slept", "slept"),
    ("speak", "spoke", "spoken"),
    ("spend", "spent", "spent"),
    ("take", "took", "taken"),
    ("tell", "told", "told"),
    ("think", "thought", "thought"),
    ("wake", "woke", "woken"),
    ("write", "wrote", "written"),
];

/// More irregular words: those that no rule of ours rests on, but that a verb group is known by.
const MORE: [(&str, &str, &str); 36] = [
    ("beat", "beat", "beaten"),
    ("bear", "bore", "borne"),
    ("bind", "bound", "bound"),
    ("cling", "clung", "clung"),
    ("dig", "dug", "dug"),
    ("drive", "drove", "driven"),
    ("fight", "fought", "fought"),
    ("fly", "flew", "flown"),
    ("forget", "forgot", "forgotten"),
    ("forgive", "forgave", "forgiven"),
    ("hang", "hung", "hung"),
    ("oversee", "oversaw", "overseen"),
    ("shed", "shed", "shed"),
    ("shine", "shone", "shone"),
    ("shoot", "shot", "shot"),
    ("sing", "sang", "sung"),
    ("spread", "spread", "spread"),
    ("stand", "stood", "stood"),
    ("steal", "stole", "stolen"),
    ("stick", "stuck", "stuck"),
    ("sweep", "swept", "swept"),
    ("swim", "swam", "swum"),
    ("swear", "swore", "sworn"),
    ("grow", "grew", "grown"),
    ("hide", "hid", "hidden"),
    ("hurt", "hurt", "hurt"),
    ("learn", "learnt", "learnt"),
    ("lend", "lent", "lent"),
    ("overcome", "overcame", "overcome"),
    ("ride", "rode", "ridden"),
    ("sell", "sold", "sold"),
    ("teach", "taught", "taught"),
    ("understand", "understood", "understood"),
    ("undertake", "undertook", "undertaken"),
    ("wear", "wore", "worn"),
    ("withdraw", "withdrew", "withdrawn"),
];

/// Nouns whose plural is not made with -s.
const PLURALS: [(&str, &str); 8] = [
    ("person", "people"),
    ("man", "men"),
    ("woman", "women"),
    ("child", "children"),
    ("wife", "wives"),
    ("gentleman", "gentlemen"),
    ("grandchild", "grandchildren"),
    ("gentlewoman", "gentlewomen"),
];

/// The forms of a word that a pattern asks for.
pub(crate) fn forms(word: &str, form: Form) -> Vec<String> {
    match form {
        Form::Exact => vec![word.to_owned()],
        Form::S => vec![s(word)],
        Form::Present => vec![word.to_owned(), s(word)],
        Form::Ing => ing(word),
        Form::Ed => ed(word),
        Form::Any => {
            let mut all = vec![word.to_owned(), s(word)];
            all.extend(ed(word));
            all.extend(ing(word));
            all
        }
    }
}

/// “washes”, “carries”, “people”.
fn s(word: &str) -> String {
    if let Some((_, plural)) = PLURALS.iter().find(|(one, _)| *one == word) {
        return (*plural).to_owned();
    }
    match word {
        "be" => "is".to_owned(),
        "have" => "has".to_owned(),
        "do" | "go" => format!("{word}es"),
        _ if ends_in_consonant_y(word) => format!("{}ies", &word[..word.len() - 1]),
        _ if word.ends_with(['s', 'x', 'z']) || word.ends_with("ch") || word.ends_with("sh") => format!("{word}es"),
        _ => format!("{word}s"),
    }
}

/// “washed”, “stopped”, “carried”; or the irregular past and participle.
fn ed(word: &str) -> Vec<String> {
    if let Some((_, past, participle)) = IRREGULAR.iter().chain(&MORE).find(|(base, ..)| *base == word) {
        let mut both = vec![(*past).to_owned(), (*participle).to_owned()];
        both.dedup();
        return both;
    }
    if word.ends_with('e') {
        return vec![format!("{word}d")];
    }
    if ends_in_consonant_y(word) {
        return vec![format!("{}ied", &word[..word.len() - 1])];
    }
    doubled(word, "ed")
}

/// “washing”, “stopping”, “taking”.
fn ing(word: &str) -> Vec<String> {
    match word {
        _ if word.ends_with("ie") => vec![format!("{}ying", &word[..word.len() - 2])],
        _ if word.ends_with('e') && !word.ends_with("ee") && word.len() > 2 => {
            vec![format!("{}ing", &word[..word.len() - 1])]
        }
        _ => doubled(word, "ing"),
    }
}

/// With an ending, with and without its last consonant doubled: “visited”, “permitted”. Which one exists does not matter.
fn doubled(word: &str, ending: &str) -> Vec<String> {
    let mut out = vec![format!("{word}{ending}")];
    let mut back = word.bytes().rev();
    let (last, before) = (back.next().unwrap_or_default(), back.next().unwrap_or_default());
    if vowel(before) && !vowel(last) && !b"wxyh".contains(&last) {
        out.push(format!("{word}{}{ending}", char::from(last)));
    }
    out
}

fn ends_in_consonant_y(word: &str) -> bool {
    let mut back = word.bytes().rev();
    back.next() == Some(b'y') && back.next().is_some_and(|before| !vowel(before))
}

fn vowel(letter: u8) -> bool {
    b"aeiou".contains(&letter)
}

/// The form of `word` that stands where `like`, a form of `base`, stood: “utilised” and “use” give “used”.
pub(crate) fn in_the_form_of(word: &str, base: &str, like: &str) -> Option<String> {
    if like == base {
        return Some(word.to_owned());
    }
    for form in [Form::S, Form::Ing, Form::Ed] {
        if forms(base, form).iter().any(|known| known == like) {
            return Some(real(word, form));
        }
    }
    None
}

/// The one form that is written: of those with and without a doubled consonant the right one for a short word.
fn real(word: &str, form: Form) -> String {
    let all = forms(word, form);
    let vowels = word.bytes().filter(|letter| vowel(*letter)).count();
    let index = if form == Form::Ed && IRREGULAR.iter().any(|(base, ..)| *base == word) {
        all.len() - 1
    } else {
        usize::from(vowels == 1 && all.len() > 1)
    };
    all[index].clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_its_forms() {
        assert_eq!(forms("wash", Form::Any), ["wash", "washes", "washed", "washing"]);
        assert!(forms("permit", Form::Ed).contains(&"permitted".to_owned()));
        assert!(forms("visit", Form::Ing).contains(&"visiting".to_owned()));
        assert_eq!(forms("carry", Form::Any), ["carry", "carries", "carried", "carrying"]);
        assert_eq!(forms("take", Form::Ed), ["took", "taken"]);
        assert_eq!(forms("person", Form::S), ["people"]);
        assert_eq!(forms("be", Form::Ing), ["being"]);
    }

    #[test]
    fn better_words_take_the_form_of_the_old_ones() {
        assert_eq!(in_the_form_of("use", "utilise", "utilised").as_deref(), Some("used"));
        assert_eq!(in_the_form_of("stop", "cease", "ceasing").as_deref(), Some("stopping"));
        assert_eq!(in_the_form_of("tell", "notify", "notified").as_deref(), Some("told"));
        assert_eq!(in_the_form_of("start", "commence", "commencing").as_deref(), Some("starting"));
    }
}
