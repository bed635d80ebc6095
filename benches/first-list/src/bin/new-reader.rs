//! Reads a file with serde-saphyr and says on one line what came of it.

fn main() {
    println!(
        "{}",
        first_list::answer(|letters| {
            serde_saphyr::from_str(letters).map_err(|error| {
                (error.location().map(|place| (place.line(), place.column())), error.to_string())
            })
        })
    );
}
