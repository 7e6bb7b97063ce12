//! A damaged copy is refused, names the member where it begins, and leaves nothing behind.

use crate::backup::tables;
use crate::program::Place;

/// What the program says when it restores these bytes.
fn says(place: &Place, bytes: &[u8]) -> String {
    std::fs::write(place.path("damaged.qz"), bytes).expect("the archive is written");
    let said = place.run(&["restore", "damaged.qz", "--data", "b"]).refused();
    assert!(!place.path("b").exists(), "something stays: {:?}", place.names("b"));
    said.err
}

#[test]
fn a_flipped_bit_is_refused_or_changes_nothing() {
    let place = Place::with_county();
    place.run(&["backup", "1.qz", "--data", "a"]).well();
    let bytes = std::fs::read(place.path("1.qz")).expect("the archive");
    for at in (0..bytes.len()).step_by(bytes.len() / 40) {
        let mut damaged = bytes.clone();
        damaged[at] ^= 1 << (at % 8);
        std::fs::write(place.path("damaged.qz"), damaged).expect("the archive is written");
        let said = place.run(&["restore", "damaged.qz", "--data", "b"]);
        if said.code == 0 {
            // Gzip has bits that say nothing: the end of its last byte.
            place.run(&["backup", "2.qz", "--data", "b"]).well();
            assert_eq!(tables(&place.path("1.qz")), tables(&place.path("2.qz")), "{at}");
            std::fs::remove_file(place.path("2.qz")).expect("the copy is removed");
            std::fs::remove_dir_all(place.path("b")).expect("the county is removed");
        }
        let names_it = ["tables/", "manifest.", "its beginning", "at its end", "no archive"];
        let is_named = names_it.iter().any(|name| said.err.contains(name));
        assert!(said.code == 0 || is_named, "{at}: {}", said.err);
        assert!(!place.path("b").exists(), "{at}: something stays: {:?}", place.names("b"));
    }
}

#[test]
fn a_cut_or_lengthened_archive_is_refused() {
    let place = Place::with_county();
    place.run(&["backup", "1.qz", "--data", "a"]).well();
    let bytes = std::fs::read(place.path("1.qz")).expect("the archive");
    for length in [0, 5, 100, bytes.len() / 2, bytes.len() - 1] {
        says(&place, &bytes[..length]);
    }
    says(&place, &[&bytes[..], b"more"].concat());
}

#[test]
fn a_changed_row_names_its_member() {
    let place = Place::with_county();
    place.run(&["backup", "1.qz", "--data", "a"]).well();
    let changed =
        rewritten(&std::fs::read(place.path("1.qz")).expect("the archive"), |path, bytes| {
            if path == "tables/account.rows" {
                let text = String::from_utf8(bytes.clone()).expect("rows are text");
                *bytes = text.replace("security", "securitx").into_bytes();
            }
        });
    let err = says(&place, &changed);
    assert!(err.contains("tables/account.rows: is not what the manifest says"), "{err}");
}

/// The archive with its members changed, whole again for gzip and tar.
fn rewritten(archive: &[u8], mut change: impl FnMut(&str, &mut Vec<u8>)) -> Vec<u8> {
    use std::io::Read;
    let mut from = tar::Archive::new(flate2::read::GzDecoder::new(archive));
    let gzip = flate2::GzBuilder::new().mtime(0).operating_system(255);
    let mut to = tar::Builder::new(gzip.write(Vec::new(), flate2::Compression::new(4)));
    for member in from.entries().expect("members") {
        let mut member = member.expect("a member");
        let path = member.path().expect("its path").display().to_string();
        let mut bytes = Vec::new();
        member.read_to_end(&mut bytes).expect("its bytes");
        change(&path, &mut bytes);
        let mut header = member.header().clone();
        header.set_size(bytes.len() as u64);
        header.set_cksum();
        to.append(&header, &bytes[..]).expect("the member is written");
    }
    to.into_inner().expect("the tar").finish().expect("the gzip")
}
