import Data

/// Mazes as other libraries are timed on them: one generator, one size, none refused.
package struct MazeTrial: Hashable, Sendable {
  package let split: MazeSplit

  package static let all: [MazeTrial] = [MazeGenerator.depthFirst, .wilson, .kruskal].flatMap { generator in
    [5, 10, 15].map { MazeTrial(generator, side: $0) }
  }

  private init(_ generator: MazeGenerator, side: Int) {
    split = MazeSplit(
      name: "mazes-\(generator.name)-\(side)", revision: 1, sizes: side...side, generator: generator,
      portion: .everything, endpoints: .anyTwo, label: .canonical)
  }
}
