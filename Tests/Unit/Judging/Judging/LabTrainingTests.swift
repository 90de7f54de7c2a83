import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// Experiments side by side.
@Suite struct LabTrainingTests {
  let scratch: ScratchFolder
  let listener = RecordingListener()

  init() throws { scratch = try ScratchFolder() }

  func lab(threads: Int, _ store: String = "store") -> Lab {
    Lab(LabSettings(threads: threads, storeFolder: scratch(store)), listener: listener)
  }

  static func experiments(replicates: Int, steps: Int) -> [Experiment] {
    [("test/first", 3e-3), ("test/second", 1e-3)].map { id, rate in
      TinyExperiment.make(id: id, steps: steps, rate: rate, replicates: replicates)
    }
  }

  /// Which experiments were heard of, one after another.
  var heard: [String] {
    listener.progress.map(\.experiment).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  @Test func oneAfterAnotherWhereEachKeepsTheCoresBusy() async throws {
    await lab(threads: 1).train(Self.experiments(replicates: 2, steps: 40))
    #expect(heard == ["test/first", "test/second"])
  }

  @Test func sideBySideWhereCoresAreLeft() async throws {
    let experiments = Self.experiments(replicates: 1, steps: 4_000)
    let many = lab(threads: 8)
    await many.train(experiments)
    #expect(heard.count > 2, "\(heard)")
    let alone = lab(threads: 1, "alone")
    for experiment in experiments {
      let both = [try await many.trained(experiment), try await alone.trained(experiment)]
      #expect(both[0].runs.map(\.fingerprint) == both[1].runs.map(\.fingerprint))
      #expect(both[0].exposures == both[1].exposures)
    }
  }

  @Test func whereItIsToStopNothingBegins() async throws {
    let lab = lab(threads: 8)
    lab.stop.raise()
    await lab.train(Self.experiments(replicates: 1, steps: 40))
    #expect(heard.isEmpty)
    #expect(try scratch.names().isEmpty)
  }
}
