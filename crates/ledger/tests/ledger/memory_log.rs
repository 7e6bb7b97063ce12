//! A published log held in memory, whose files a test may change.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use qz_ledger::{
    Checkpoint, Frontier, Hash, SigningKey, Source, TileLevel, TilePath, Tiles, decode_hashes,
    encode_entries, encode_hashes, leaf_hash, tiles_of,
};

/// The name of the log in these tests.
pub const ORIGIN: &str = "ledger.test.invalid/county";

/// The files of a log by path.
#[derive(Debug, Clone, Default)]
pub struct MemoryLog {
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Source for MemoryLog {
    fn get(&self, path: &str) -> io::Result<Vec<u8>> {
        self.files.get(path).cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

impl Tiles for MemoryLog {
    fn tile(&self, path: &TilePath) -> Option<Cow<'_, [Hash]>> {
        let bytes = self.files.get(&path.to_string())?;
        decode_hashes(bytes).ok().map(Cow::Owned)
    }
}

impl MemoryLog {
    /// Publishes these entries, signed with [`key`].
    pub fn publish(entries: &[Vec<u8>]) -> Self {
        let leaves: Vec<Hash> = entries.iter().map(|entry| leaf_hash(entry)).collect();
        let size = u64::try_from(entries.len()).unwrap();
        let (levels, root) = grow(&leaves);
        let mut log = Self::default();
        for path in tiles_of(size) {
            let from = usize::try_from(path.index * 256).unwrap();
            let items = from..from + usize::from(path.width);
            let bytes = match path.level {
                TileLevel::Entries => encode_entries(&entries[items]).unwrap(),
                TileLevel::Hashes(level) => encode_hashes(&levels[usize::from(level)][items]),
            };
            log.files.insert(path.to_string(), bytes);
        }
        let checkpoint = Checkpoint::new(ORIGIN, size, root).unwrap().signed(&key()).unwrap();
        log.files.insert("checkpoint".to_owned(), checkpoint.into_bytes());
        log
    }

    /// Reads every file below a folder.
    pub fn read_folder(folder: &Path) -> Self {
        let mut log = Self::default();
        log.read_below(folder, "");
        log
    }

    fn read_below(&mut self, folder: &Path, prefix: &str) {
        for found in folder.read_dir().unwrap() {
            let found = found.unwrap();
            let name = format!("{prefix}{}", found.file_name().to_str().unwrap());
            if found.file_type().unwrap().is_dir() {
                self.read_below(&found.path(), &format!("{name}/"));
            } else {
                self.files.insert(name, std::fs::read(found.path()).unwrap());
            }
        }
    }

    /// The file at this path, to be changed.
    pub fn file(&mut self, path: &str) -> &mut Vec<u8> {
        self.files.get_mut(path).unwrap()
    }

    /// The file at this path as text.
    pub fn text(&self, path: &str) -> &str {
        std::str::from_utf8(&self.files[path]).unwrap()
    }
}

/// The hashes of every tile level, and the root.
pub fn grow(leaves: &[Hash]) -> (Vec<Vec<Hash>>, Hash) {
    let mut levels = vec![leaves.to_vec()];
    let mut tree = Frontier::new();
    for leaf in leaves {
        for node in tree.push(*leaf) {
            let level = usize::from(node.level);
            levels.resize(levels.len().max(level + 1), Vec::new());
            assert_eq!(u64::try_from(levels[level].len()), Ok(node.index));
            levels[level].push(node.hash);
        }
    }
    (levels, tree.root())
}

/// The hash tiles over these leaves.
pub fn hash_tiles(leaves: &[Hash]) -> std::collections::HashMap<TilePath, Vec<Hash>> {
    let (levels, _) = grow(leaves);
    let cut = |path: TilePath| {
        let TileLevel::Hashes(level) = path.level else { return None };
        let from = usize::try_from(path.index * 256).unwrap();
        let hashes = &levels[usize::from(level)][from..from + usize::from(path.width)];
        Some((path, hashes.to_vec()))
    };
    tiles_of(u64::try_from(leaves.len()).unwrap()).filter_map(cut).collect()
}

/// Entries that differ from one another.
pub fn entries(count: usize) -> Vec<Vec<u8>> {
    (0..count).map(|n| format!("{{\"act\":{n}}}").into_bytes()).collect()
}

/// The key of the log in these tests.
pub fn key() -> SigningKey {
    SigningKey::from_seed(ORIGIN, &[7; 32]).unwrap()
}
