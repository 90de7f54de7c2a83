import Data
import Judging
import Learning
import Training

/// Another family that is asked what `scaling/strong-generalization` asks of graphs: on levels beyond what they learned from,
/// are larger networks better than their loss on that says?
enum SizeStudy: String, Sendable, Hashable, CaseIterable {
  /// Exponents of more bits. A network reads a bit a loop, so a higher power is no new symbol and no new place.
  case powers
  /// More rows and columns. No cell is told where it lies, so a larger maze has no new symbol.
  case mazes

  var id: String { "scaling/\(rawValue)" }

  var sentence: String {
    switch self {
    case .powers: "Larger networks take higher powers as far as they take low ones better, and no further."
    case .mazes: "Larger networks know larger mazes as far as they know small ones better, and no further."
    }
  }

  func ladder(_ profile: Profile) -> SizeLadder {
    let scale = ScalingScale.at(profile)
    // A step of mazes, of sixteen loops, takes several times as long.
    return SizeLadder(widths: scale.widths, steps: self == .mazes ? 3 * scale.steps / 8 : scale.steps)
  }

  /// At width 16, from first weights.
  var rate: Double {
    switch self {
    case .powers: 4e-3
    case .mazes: 3e-3
    }
  }

  var learned: Examples {
    switch self {
    case .powers: .powerTapes(.eight(2...3), .bits(3))
    case .mazes: .mazeFields(.train3To4, unreachable: Self.loops(side: 4))
    }
  }

  var levels: SizeLevels {
    switch self {
    case .powers:
      SizeLevels(near: Self.asked(2...3), far: (4...6).map { SizeLevels.Level("depth \($0)", Self.asked($0...$0)) })
    case .mazes:
      SizeLevels(
        near: Self.asked(.heldOut3To4, side: 4, count: 1_024),
        far: [(MazeSplit.sizeUp5, 5), (.sizeUp6, 6), (.sizeUp8, 8)].map { split, side in
          SizeLevels.Level("\(side) x \(side)", Self.asked(split, side: side, count: 256))
        })
    }
  }

  /// That of `powers/squaring` or of `mazes/other-sizes`, but it is asked as it learns: none of its states and answers is
  /// rounded. Sizes are matched by what is judged: of powers the loss that training makes small, of mazes its part at the origin.
  func network(_ width: Int) -> Architecture {
    switch self {
    case .powers:
      var shape = SquaringScale.model(.distribution, reading: .bits(3))
      (shape.symbols, shape.width, shape.hiddenWidth) = (8, width, 2 * width)
      return .tape(shape)
    case .mazes:
      var shape = MazesScale.model().looped(Self.loops(side: 4))
      (shape.width, shape.hiddenWidth, shape.answer) = (width, 2 * width, .waiting)
      return .looped(shape)
    }
  }

  /// Of permutations that are not learned from. Exponents have as many bits as the deepest needs, and a loop for each.
  private static func asked(_ depths: ClosedRange<Int>) -> AskedSplit {
    let bits = depths.upperBound
    return AskedSplit(.powerTapes(.eightHeldOut(depths), .bits(bits)), count: 1_024, loops: bits)
  }

  private static func asked(_ split: MazeSplit, side: Int, count: Int) -> AskedSplit {
    let loops = loops(side: side)
    return AskedSplit(.mazeFields(split, unreachable: loops), count: count, loops: loops)
  }

  /// As many as the longest path may have cells.
  private static func loops(side: Int) -> Int { side * side }
}
