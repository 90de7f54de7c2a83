import Data
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct LeakTableTests {
  /// Trained on 3...4 vertices, then on 5; asked for 3...5 and for 5.
  private static let experiment: Experiment = {
    var experiment = TinyExperiment.make(steps: 400, questions: 300)
    experiment.stages[0].examples = .graphs(TinyExperiment.split(3...4, named: "small"))
    experiment.stages[1].examples = .graphs(TinyExperiment.split(5...5, named: "five"))
    experiment.asked.append(AskedSplit(.graphs(TinyExperiment.split(5...5, named: "five")), count: 100))
    return experiment
  }()

  private static func table(_ replicates: [Int] = [0, 1]) -> LeakTable {
    let exposures = replicates.map { Exposure(of: experiment.plan, replicate: $0, cores: Cores(1)) }
    return LeakTable(experiment, replicates: replicates, exposures)
  }

  @Test func aRowIsAPairAndAColumnASize() throws {
    let rows = Self.table().rows
    #expect(rows.map(\.learned) == ["graphs/small", "graphs/small", "graphs/five", "graphs/five"])
    #expect(rows.map(\.asked) == ["graphs/tiny", "graphs/five", "graphs/tiny", "graphs/five"])
    #expect(rows[0].shares.map(\.name) == ["all", "n=3", "n=4", "n=5"])
    #expect(rows[1].shares.map(\.name) == ["all", "n=5"])
    // 3,200 examples show every graph of three vertices; by chance too.
    #expect(rows[0].shares[1].asked == 1 && rows[0].shares[1].byChance == 1)
    #expect(rows[0].shares[2].asked > 0.9)
    // Each stage by itself.
    #expect(rows[2].shares[3].asked > rows[0].shares[3].asked)
  }

  @Test func twoStagesOfOneSplitAreTwoTables() {
    var experiment = Self.experiment
    experiment.stages[1].examples = experiment.stages[0].examples
    let exposure = Exposure(of: experiment.plan, replicate: 0, cores: Cores(1))
    let tables = LeakTable(experiment, replicates: [0], [exposure]).tables
    #expect(tables.map(\.learned) == ["graphs/small", "graphs/small (fine-tune)"])
    #expect(tables.allSatisfy { $0.table.rows.count == 2 })
  }

  @Test func theWholeIsTheMeanOverReplicates() {
    let (both, one, other) = (Self.table(), Self.table([0]), Self.table([1]))
    for row in both.rows.indices {
      let mean = (one.rows[row].shares[0].asked + other.rows[row].shares[0].asked) / 2
      #expect((both.rows[row].shares[0].asked - mean).magnitude < 1e-12)
    }
  }

  @Test func tablesPutSizesInOrderAndLeaveOutWhatIsNotAsked() throws {
    let tables = Self.table().tables
    #expect(tables.map(\.learned) == ["graphs/small", "graphs/five"])
    let lines = tables[0].table.markdown.split(separator: "\n")
    #expect(lines[0] == "| Asked | all | n=3 | n=4 | n=5 |")
    #expect(lines[2].hasPrefix("| tiny |") && lines[2].contains("| 100.0 % (100.0 %) |"))
    #expect(lines[3].hasPrefix("| five |") && lines[3].contains("|  |  |"))
  }
}
