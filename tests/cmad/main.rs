//! End-to-end tests: the bot over real sockets against the simulated Discord, with a real database.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should say where")]

/// No test has to survive a power cut.
const FSYNC: &str = "off";

mod away;
mod back_and_forth;
mod campaign;
mod check_and_run;
mod codes;
mod command_line;
mod commits;
mod consented;
mod copying;
mod databases;
mod days;
mod desk;
mod doctor;
mod edges;
mod elsewhere;
mod everywhere;
mod exporting;
mod file_alone;
mod files;
mod flooding;
mod gateway;
mod gone;
mod held_back;
mod holders;
mod init;
mod languages;
mod limits;
mod mail;
mod migrations;
mod moderation;
mod names;
mod network;
mod no_relay;
mod no_words;
mod not_lost;
mod odd_fields;
mod ops;
mod poolers;
mod posted_here;
mod postgres_tls;
mod privacy;
mod processes;
mod profile;
mod program;
mod promises;
mod put_back;
mod recovery;
mod reminding;
mod rotation;
mod saving;
mod several;
mod shells;
mod smtp;
mod standing;
mod steps;
mod store;
#[path = "store/mod.rs"]
#[expect(clippy::duplicate_mod, reason = "the same tests on both databases")]
mod store_on_postgres;
mod thanking;
mod tidy;
mod town;
mod trouble;
mod unseen;
mod updates;
mod waiting;
mod web;
mod who_may;
mod window_opening;
mod without_names;
mod wrong_clock;
