//! How long the typesetting engine alone takes for the papers of packs: `engine-alone CONTENT PRIVATE`.
//!
//! Records are read and papers composed off the clock, a batch at a time; setting them is on it, on as many cores and with as much
//! kept in memory as `homepack packs` has. Prints pages and seconds.
#![allow(clippy::print_stdout, reason = "a measurement is printed")]
#![allow(clippy::disallowed_methods, reason = "nothing here is part of the program")]

use std::collections::BTreeMap;
use std::error::Error;
use std::time::{Duration, Instant};

use camino::Utf8Path;
use homepack::check::resident;
use homepack::compose::Troubles;
use homepack::compose::pack::{Pack, Packer};
use homepack::disk;
use homepack::disk::private::Private;
use homepack::make::Workshop;
use homepack::render::abreast;
use homepack::render::pdf::{Engine, forget};
use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

/// The day that is taken for today.
const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 22);
/// How many packs are composed before they are set.
const BATCH: usize = 64;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [content, private] = arguments.as_slice() else { return Err("engine-alone CONTENT PRIVATE".into()) };
    let content = disk::read(Utf8Path::new(content))?;
    let private = Private::beside(Utf8Path::new("nowhere"), Some(Utf8Path::new(private)))?;
    let workshop = Workshop::new(BTreeMap::default(), TODAY)?;
    let engine = Engine::new(&workshop.theme.files)?;
    let (mut pages, mut time) = (0, Duration::ZERO);
    for place in &content.homes {
        let (known, _) = workshop.read(&content, place);
        let known = known.ok_or("a home that cannot be read")?;
        let packer = Packer::new(workshop.desk(&known));
        for batch in private.records(place.folder_name()).chunks(BATCH) {
            let packs: Vec<Pack> = batch
                .par_iter()
                .filter_map(|record| {
                    let (sources, file) = private.read(record).ok()?;
                    let (resident, _) = resident(&sources, file, &workshop.theme);
                    Some(packer.pack(&resident?, &mut Troubles::default()))
                })
                .collect();
            let start = Instant::now();
            let set = abreast(&packs, |pack| {
                let pages: Result<usize, String> =
                    pack.papers.iter().map(|paper| Ok(engine.set(&paper.paper)?.pages)).sum();
                forget(2);
                pages
            });
            time += start.elapsed();
            pages += set.into_iter().sum::<Result<usize, String>>()?;
        }
    }
    println!("{pages} {:.3}", time.as_secs_f64());
    Ok(())
}
