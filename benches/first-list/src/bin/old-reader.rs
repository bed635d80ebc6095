//! Reads a file with serde_yaml and says on one line what came of it.

fn main() {
    println!(
        "{}",
        first_list::answer(|letters| {
            serde_yaml::from_str(letters).map_err(|error| {
                (error.location().map(|place| (place.line() as u64, place.column() as u64)), error.to_string())
            })
        })
    );
}
