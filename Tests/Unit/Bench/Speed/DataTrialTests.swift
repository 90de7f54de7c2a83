import Data
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct DataTrialTests {
  @Test func everyTrialIsFoundByItsName() {
    let names = DataTrial.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.contains("mazes-wilson-10"))
    for trial in DataTrial.all { #expect(DataTrial.named(trial.name) == trial) }
    #expect(DataTrial.named("mazes-wilson-11") == nil)
  }

  /// The peers draw every tree and any two cells: what is refused would have to be drawn there too.
  @Test func timedMazesAreSquaresOfTheirSizeAndNoneIsRefused() throws {
    #expect(MazeTrial.all.count == 9)
    for trial in MazeTrial.all {
      let side = try #require(trial.split.name.split(separator: "-").last.flatMap { Int($0) })
      for example in trial.split.examples(0..<3, seed: Seed(root: 7)) {
        #expect(example.maze.rows == side && example.maze.columns == side)
        #expect(example.maze.passages.count == side * side - 1)
      }
      #expect(trial.split.rejections(0..<50, seed: Seed(root: 7)).total == 0)
    }
  }
}
