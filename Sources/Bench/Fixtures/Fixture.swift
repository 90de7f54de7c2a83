import Data
import Judging
import Storage

/// A file under `fixtures/` that tests compare with, and who makes it.
package enum Fixture: Sendable, Hashable {
  case splits(SplitsFixture)
  /// The bits that small trainings end with.
  case goldenRuns
  /// The accepted scores of an experiment.
  case baseline(experiment: String, Profile)
  /// Its path below `fixtures/`, without the ending.
  package var name: String {
    switch self {
    case .splits(let family): "datasets/\(family.rawValue)"
    case .goldenRuns: "learning/golden-runs"
    case .baseline(let experiment, let profile): "baselines/\(profile.rawValue)/\(experiment)"
    }
  }

  /// Whether making it anew trains.
  package var isTrained: Bool {
    switch self {
    case .goldenRuns, .baseline: true
    case .splits: false
    }
  }

  package var path: String { "\(PackageFolder.fixtures)/\(name).json" }

  /// What to type where it is missing or differs.
  package var mend: String { "swift run genbench fixtures regenerate \(name)" }

  /// Every fixture of ours there should be.
  package static let all: [Fixture] =
    SplitsFixture.allCases.map(Fixture.splits) + [.goldenRuns]
    + baselines(Experiment.suite(.smoke)) + baselines(Experiment.suite(.standard))

  /// Those, and what there may be: studies take minutes or hours, and the paper profile days, so their baselines are
  /// recorded where somebody ran them.
  package static let known: [Fixture] =
    all + baselines(Experiment.studies(.smoke)) + baselines(Experiment.studies(.standard))
    + baselines(Experiment.all(.paper))

  /// Folders whose files others make: programs that computed reference values, and tests that keep their own reports.
  package static let foreignFolders = [
    (name: "data", maker: "python fixtures/reference/data_graphs.py"),
    (name: "learning/pytorch", maker: "python fixtures/reference/learning_pytorch.py fixtures/learning/pytorch"),
    (name: "reference", maker: "git checkout fixtures/reference"),
    (name: "reports", maker: "GENBENCH_RECORD=all tools/test --filter Golden"),
    (name: "seeds", maker: "python fixtures/reference/seeds_philox.py"),
    (name: "statistics", maker: "python fixtures/reference/statistics_scipy.py"),
  ]

  private static func baselines(_ experiments: [Experiment]) -> [Fixture] {
    experiments.map { .baseline(experiment: $0.id, $0.profile) }
  }

  /// - Throws: `UnknownName`, with the names most like it.
  package static func named(_ name: String) throws(UnknownName) -> Fixture {
    guard let fixture = known.first(where: { $0.name == name }) else {
      throw UnknownName(kind: "fixture", asked: name, known: known.map(\.name))
    }
    return fixture
  }
}
