import Data
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct FixtureTests {
  @Test func everyFixtureIsFoundByItsName() throws {
    for fixture in Fixture.known { #expect(try Fixture.named(fixture.name) == fixture) }
    #expect(Set(Fixture.known.map(\.name)).count == Fixture.known.count)
    #expect(Set(Fixture.known).isSuperset(of: Fixture.all))
    let baselines = Experiment.suite(.smoke).count + Experiment.suite(.standard).count
    #expect(Fixture.all.count == 4 + baselines)
    let studies = Experiment.studies(.smoke).count + Experiment.studies(.standard).count
    #expect(Fixture.known.count == Fixture.all.count + studies + Experiment.all(.paper).count)
  }

  @Test func aPathAndItsMendBelongTogether() {
    let fixture = Fixture.baseline(experiment: "graphs/on-path", .smoke)
    #expect(fixture.path == "\(PackageFolder.fixtures)/baselines/smoke/graphs/on-path.json")
    #expect(fixture.mend == "swift run genbench fixtures regenerate baselines/smoke/graphs/on-path")
    #expect(fixture.path == Baseline.path(of: "graphs/on-path", in: Baseline.folder(.smoke)))
    #expect(fixture.mend == Baseline.mend("graphs/on-path", in: Baseline.folder(.smoke)))
  }

  @Test func anUnknownNameSuggestsTheNearest() {
    let problem = #expect(throws: UnknownName.self) { try Fixture.named("learning/golden-run") }
    #expect(problem?.suggestions.first == "learning/golden-runs")
    #expect(throws: UnknownName.self) { try Fixture.named("") }
  }
}
