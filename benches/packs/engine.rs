//! How long the typesetting engine alone takes for the papers of packs: `engine-alone CONTENT PRIVATE`.
//!
//! Records are read and papers composed off the clock, a batch at a time; setting them is on it, on as many cores and with as much
//! kept in memory as `homepack packs` has. Prints pages and seconds.
#![allow(clippy::print_stdout, reason = "a measurement is printed")]
#![allow(clippy::disallowed_methods, reason = "nothing here is part of the program")]

use std::error::Error;
use std::time::{Duration, Instant};

use camino::Utf8Path;
use homepack::check::resident;
use homepack::compose::pack::{Pack, Packer};
use homepack::compose::{Desk, Troubles};
use homepack::country::Profiles;
use homepack::disk;
use homepack::disk::private::Private;
use homepack::read;
use homepack::render::abreast;
use homepack::render::pdf::{Engine, forget};
use homepack::theme::Theme;
use homepack::words::Phrases;
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
    let (theme, profiles) = (Theme::new(std::collections::BTreeMap::default())?, Profiles::new()?);
    let phrases = Phrases::of_theme(&theme)?;
    let engine = Engine::new(&theme.files)?;
    let (mut pages, mut time) = (0, Duration::ZERO);
    for place in &content.homes {
        let (home, _) = homepack::check::home(&content.sources, place, &profiles);
        let home = home.ok_or("a home that cannot be read")?;
        let own =
            phrases.with_own(&content.sources, place, home.profile(&profiles)).map_err(|finding| finding.message)?;
        let packer = Packer::new(Desk {
            home: &home,
            phrases: &own,
            theme: &theme,
            profile: home.profile(&profiles),
            today: TODAY,
        });
        for batch in private.records(place.name()).chunks(BATCH) {
            let packs: Vec<Pack> = batch
                .par_iter()
                .filter_map(|record| {
                    let (sources, file) = private.read(record).ok()?;
                    let (resident, _) = resident(&sources, file, &theme);
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
