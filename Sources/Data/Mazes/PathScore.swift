/// What is right about a path that somebody answered, however wrong it is. A path that was cut off reaches nothing.
package struct PathScore: Hashable, Sendable {
  /// The very path of the label.
  package let isExact: Bool
  /// From origin to target by legal steps alone, and no longer than a shortest path: one of those that tie, maybe.
  package let isShortest: Bool
  /// From origin to target by legal steps alone, of any length.
  package let isValid: Bool
  /// The last cell is the target, however it came there.
  package let reachesTarget: Bool
  /// The first cell is the origin.
  package let startsAtOrigin: Bool
  package let stepCount: Int
  /// Steps through a passage to a neighbour.
  package let legalStepCount: Int
  /// Places on the label's path where more than one passage leads on. Back is not on; from the origin all are.
  package let forkCount: Int
  /// Forks that the answer leaves in the direction of some shortest path, the first time that it leaves them.
  package let rightForkCount: Int
}

extension PathScore {
  /// The score of `answer` where `label` is a shortest path, and `field` the distances to the label's last cell.
  package init(of answer: MazeAnswer, label: [Cell], field: DistanceField) {
    guard let origin = label.first, let distance = field.distance(from: origin), distance == label.count - 1,
      label.last == field.target
    else { preconditionFailure("The label \(label) is not a shortest path to \(field.target).") }
    let (maze, path) = (field.maze, answer.path)
    isExact = answer.isFinished && path == label
    stepCount = max(path.count - 1, 0)
    legalStepCount = zip(path, path.dropFirst()).count { maze.joins($0, $1) }
    startsAtOrigin = path.first == origin
    reachesTarget = answer.isFinished && path.last == field.target
    isValid = startsAtOrigin && reachesTarget && legalStepCount == stepCount
    isShortest = isValid && stepCount == distance
    let forks = maze.forks(on: label)
    forkCount = forks.count
    rightForkCount = forks.count { fork in
      guard let place = path.firstIndex(of: fork), place + 1 < path.count,
        let direction = fork.direction(to: path[place + 1])
      else { return false }
      return field.bestDirections(from: fork) & direction.bit != 0
    }
  }
}

extension Maze {
  /// The cells of a path before its last where more than one passage leads on: from the first cell all passages do,
  /// from the others all but the one back.
  package func forks(on path: [Cell]) -> [Cell] {
    path.dropLast().enumerated().filter { place, cell in degree(cell) > (place == 0 ? 1 : 2) }.map(\.element)
  }

  /// The probability that a walk which never turns back and chooses at random goes along this path.
  package func randomWalkProbability(of path: [Cell]) -> Double {
    path.dropLast().enumerated().reduce(1) { product, step in
      product / Double(degree(step.element) - (step.offset == 0 ? 0 : 1))
    }
  }
}
