//! Connections that a router has forgotten: they stand, and nothing that is sent over them arrives.

use discord_sim::{Sim, permission};
use tempfile::TempDir;

use super::parts::Forward;
use super::{log, run};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_is_given_over_a_new_connection_where_the_old_ones_are_silent() {
    let folder = TempDir::new().unwrap();
    let sim = Sim::start(cmad::rehearse::stage::sim_options(1_800_000_000_000)).await.unwrap();
    let front = Forward::plain(&sim).await;
    sim.found_at(&format!("http://127.0.0.1:{}", front.port));
    let (token, base) = (sim.token(), sim.api_base());
    let _bot = run(folder.path(), &[("DISCORD_TOKEN", token.as_str()), ("DISCORD_API_BASE", base.as_str())]);
    sim.until_connected().await;
    let server = sim.server("Northwind");
    let (general, kim) = (server.channel("general"), server.member("Kim"));
    sim.invite_bot(&server, permission::EVERYONE);
    for _ in 0..3 {
        // The first one leaves a connection that the next would use.
        let answer = kim.slash(&general, "cmad when", &[]).await.settled().await;
        assert!(answer.text().contains("January"), "{}\n{}", answer.text(), log(folder.path()));
        front.swallow();
    }
    sim.assert_clean();
}
