import Seeds
import Testing

@testable import Learning

@Suite struct DropoutKernelTests {
  @Test(arguments: [1, 15, 16, 37, 129], [0.1, 0.5, 0.97])
  func dropoutIsTheNaiveOne(_ width: Int, _ probability: Double) {
    var noise = Noise(40)
    for key in [0, noise.next(), noise.next()] {
      let x = noise.floats(3 * width)
      let expected = NaiveKernel.dropout(x.wide, probability: probability, key: key, width: width)
      let found = dropped(x, probability, key, width: width)
      // The factor is rounded, and the product: both in proportion to the largest, 1 / (1 - probability).
      expectClose(found, expected, within: 2 * roundingUnit / (1 - probability))
      #expect(found.map { $0 == 0 } == expected.map { $0 == 0 })
    }
  }

  @Test func whatIsDroppedIsZeroWhateverItWas() {
    let found = dropped([.nan, .infinity, -.infinity] + Array(repeating: .nan, count: 97), 0.999, 5, width: 100)
    #expect(found.count { $0 == 0 } > 90)
  }

  /// 512 rows with keys as the executor derives them. Bounds are five standard deviations of a fair coin's counts, so
  /// a right generator fails once in a million keys; the keys are fixed.
  @Test(arguments: [0.1, 0.5])
  func asManyAreDroppedAsShouldBeAndNoneKnowsOfAnother(_ probability: Double) {
    let (rows, width) = (512, 64)
    let example = Seed(root: 9).child(3).child(17)
    let kept = (0..<rows).map { row in
      var generator = example.generator(at: row)
      return dropped(Array(repeating: 1, count: width), probability, generator.next(), width: width)
    }
    let count = Double(rows * width)
    let scale = 1 / (1 - probability)
    let mean = kept.joined().reduce(0) { $0 + Double($1) } / count
    let variance = kept.joined().reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / count
    let deviation = (probability * scale).squareRoot()  // of one element: p (1 - p) scale^2 is its square
    #expect(abs(mean - 1) < 5 * deviation / count.squareRoot())
    // The variance is mean (scale - mean), so it moves with the mean: by (2 p - 1) scale for each unit, and its square.
    let drift = 5 * deviation / count.squareRoot()
    #expect(abs(variance - probability * scale) < drift * abs(2 * probability - 1) * scale + drift * drift)

    let fate = probability * (1 - probability)  // the deviation of a product of two coins' deviations
    for (rowStep, columnStep) in [(1, 0), (2, 0), (64, 0), (0, 1), (0, 16), (1, 1)] {
      var sum = 0.0
      var pairs = 0.0
      for row in 0..<rows - rowStep {
        for column in 0..<width - columnStep {
          let first = (kept[row][column] == 0 ? 1 : 0) - probability
          let second = (kept[row + rowStep][column + columnStep] == 0 ? 1 : 0) - probability
          sum += first * second
          pairs += 1
        }
      }
      #expect(abs(sum) < 5 * fate * pairs.squareRoot(), "rows \(rowStep) and columns \(columnStep) apart")
    }
  }

  private func dropped(_ x: [Float], _ probability: Double, _ key: UInt64, width: Int) -> [Float] {
    var y = [Float](repeating: .nan, count: x.count + 1)
    Kernel.dropout(x, probability: probability, key: key, rows: x.count / width, width: width, into: &y)
    #expect(y[x.count].isNaN, "wrote past its rows")
    return Array(y.dropLast())
  }
}
