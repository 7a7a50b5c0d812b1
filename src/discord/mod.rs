//! Discord: the only serenity and twilight.

pub mod components;
pub mod custom_id;
