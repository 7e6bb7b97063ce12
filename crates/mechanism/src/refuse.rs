//! What a scheme may never ask of people (拒绝), by structure first and by words second.

mod asked;
mod demand;
mod few;
mod direction;
mod flow;
mod reward;
mod sentence;
mod taint;
