//! The paths that a file of Rust names, outside tests and comments.

use syn::visit::{self, Visit};
use syn::{Attribute, Item, UseTree};

/// What a file names, and what it hands on.
#[derive(Debug, Default)]
pub(crate) struct Named {
    /// Every path that begins with `crate`, `self` or `super`, and every `use` of a child: `["crate", "text", "Span"]`.
    pub(crate) paths: Vec<Vec<String>>,
    /// What it hands on with `pub use`: the name by which others see it, and the path to where it is.
    pub(crate) handed_on: Vec<(String, Vec<String>)>,
    /// Its own modules, in their order.
    pub(crate) modules: Vec<String>,
    /// How many modules that are written out in the file itself are open.
    within: usize,
}

impl Named {
    /// Notes a path; out of a module that is written out in the file, `super` leads to the file.
    fn note(&mut self, mut path: Vec<String>) {
        let outward = path.iter().take_while(|part| *part == "super").count().min(self.within);
        if outward > 0 {
            path.splice(..outward, (outward == self.within).then(|| "self".to_owned()));
        }
        self.paths.push(path);
    }
}

/// Reads a file.
///
/// # Panics
/// Where it is not Rust.
pub(crate) fn named(path: &str, letters: &str) -> Named {
    let file = syn::parse_file(letters).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut named = Named::default();
    named.visit_file(&file);
    named
}

/// Whether something is there for tests alone.
fn for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let mut tests = attribute.path().is_ident("test");
        if attribute.path().is_ident("cfg") {
            let _ = attribute.parse_nested_meta(|meta| {
                tests |= meta.path.is_ident("test");
                // What stands in brackets behind a condition is of no interest here.
                if meta.input.peek(syn::Token![=]) {
                    meta.value()?.parse::<syn::Lit>()?;
                } else if meta.input.peek(syn::token::Paren) {
                    meta.input.parse::<proc_macro2::Group>()?;
                }
                Ok(())
            });
        }
        tests
    })
}

impl Visit<'_> for Named {
    fn visit_item(&mut self, item: &Item) {
        let attributes = match item {
            Item::Mod(module) => &module.attrs,
            Item::Fn(function) => &function.attrs,
            Item::Use(import) => &import.attrs,
            Item::Impl(block) => &block.attrs,
            Item::Const(constant) => &constant.attrs,
            _ => return visit::visit_item(self, item),
        };
        if !for_tests(attributes) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, module: &syn::ItemMod) {
        let written_out = usize::from(module.content.is_some());
        if written_out == 0 {
            self.modules.push(module.ident.to_string());
        }
        self.within += written_out;
        visit::visit_item_mod(self, module);
        self.within -= written_out;
    }

    fn visit_item_use(&mut self, import: &syn::ItemUse) {
        let mut leaves = Vec::new();
        spread(&import.tree, &mut Vec::new(), &mut leaves);
        for (seen_as, path) in leaves {
            if matches!(import.vis, syn::Visibility::Inherited) {
                self.note(path);
            } else {
                self.handed_on.push((seen_as, path));
            }
        }
    }

    fn visit_path(&mut self, path: &syn::Path) {
        let segments: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if segments.len() > 1 {
            self.note(segments);
        }
        visit::visit_path(self, path);
    }
}

/// The leaves of a `use`: each with the name it is seen by.
fn spread(tree: &UseTree, before: &mut Vec<String>, leaves: &mut Vec<(String, Vec<String>)>) {
    match tree {
        UseTree::Path(path) => {
            before.push(path.ident.to_string());
            spread(&path.tree, before, leaves);
            before.pop();
        }
        UseTree::Name(name) if name.ident == "self" => {
            leaves.push((before.last().cloned().unwrap_or_default(), before.clone()));
        }
        UseTree::Name(name) => {
            leaves.push((name.ident.to_string(), [before.as_slice(), &[name.ident.to_string()]].concat()))
        }
        UseTree::Rename(renamed) => {
            leaves.push((renamed.rename.to_string(), [before.as_slice(), &[renamed.ident.to_string()]].concat()));
        }
        UseTree::Glob(_) => leaves.push(("*".to_owned(), before.clone())),
        UseTree::Group(group) => group.items.iter().for_each(|tree| spread(tree, before, leaves)),
    }
}
