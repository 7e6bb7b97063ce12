//! Training (培训): who may inspect.

mod record;

pub use record::{RecordTraining, TrainingForm, TrainingRecorded};
