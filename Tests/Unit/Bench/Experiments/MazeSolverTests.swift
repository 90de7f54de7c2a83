import Data
import Learning
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct MazeSolverTests {
  private let all = MazeSolver.eight + MazeSolver.changed

  @Test func theEightAreAllWaysAndEachOtherDiffersInOneThing() {
    #expect(MazeSolver.eight.count == 8 && Set(all.map(\.name)).count == all.count)
    for solver in MazeSolver.changed {
      let differences = [
        solver.counted != MazeSolver.base.counted, solver.positions != MazeSolver.base.positions,
        solver.shown != MazeSolver.base.shown,
      ]
      #expect(differences.count { $0 } == 1, "\(solver.name)")
    }
  }

  /// The whole of the largest question with the longest answer has places, wherever it begins.
  @Test(arguments: MazeSolver.eight + MazeSolver.changed)
  func everySequenceHasPlaces(solver: MazeSolver) {
    let seed = Seed(root: 5)
    for split in MazeSolver.asked + [solver.training] {
      let stream = solver.task.stream(of: split, seed: seed)
      for example in split.examples(0..<60, seed: seed) {
        let (sequence, first) = solver.task.read(example, use: example.index, stream: stream)
        let end = first + sequence.solutionStart + solver.task.answerCount(cells: example.maze.cellCount)
        switch solver.learnedPositions {
        case .learned(let longest), .rotary(let longest): #expect(end <= longest)
        case .relative(let farthest): #expect(end <= farthest)
        case .none: #expect(first == 0)
        }
      }
    }
  }

  /// With one size a path always starts at one place; with a random start at many.
  @Test func onlyWithARandomStartNoPlaceTells() {
    func starts(_ solver: MazeSolver) -> Set<Int> {
      let stream = solver.task.stream(of: solver.training, seed: Seed(root: 5))
      return Set(
        solver.training.examples(0..<200, seed: Seed(root: 5)).map { example in
          let (sequence, first) = solver.task.read(example, use: example.index, stream: stream)
          return first + sequence.solutionStart
        })
    }
    #expect(starts(.base) == [21])  // two tokens a passage, and five
    #expect(starts(MazeSolver(.path, .absolute, .several)) == [11, 15, 21])
    #expect(starts(MazeSolver(.path, .randomStart, .one)).count > 20)
  }
}
