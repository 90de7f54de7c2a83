import Testing

@testable import Learning

@Suite struct SoftmaxTests {
  static let shapes = [(1, 2), (3, 7), (5, 16), (7, 31), (2, 131)]

  struct Inputs {
    let x, dy: [Float]
    let rows, width: Int

    init(rows: Int, width: Int) {
      (self.rows, self.width) = (rows, width)
      var noise = Noise(26)
      x = noise.floats(rows * width).map { 5 * $0 }
      dy = noise.floats(rows * width)
    }

    func forward() -> [Float] {
      var y = [Float](repeating: .nan, count: x.count)
      Kernel.softmax(x, rows: rows, width: width, into: &y)
      return y
    }

    func backward() -> [Float] {
      var dx = [Float](repeating: .nan, count: x.count)
      Kernel.softmaxBackward(y: forward(), outputGradient: dy, rows: rows, width: width, into: &dx)
      return dx
    }

    func choice() -> [Float] {
      var y = [Float](repeating: .nan, count: x.count)
      Kernel.chooseLargest(x, rows: rows, width: width, into: &y)
      return y
    }
  }

  @Test(arguments: shapes) func softmaxIsTheNaiveOne(_ shape: (Int, Int)) {
    let inputs = Inputs(rows: shape.0, width: shape.1)
    // A power, a sum of width / 16 + 4 roundings, a quotient and a product: of numbers up to 1.
    let tolerance = Double(inputs.width / 16 + 12) * roundingUnit
    expectClose(inputs.forward(), NaiveKernel.softmax(inputs.x.wide, width: inputs.width), within: tolerance)
    let slopes = centralDifferences(inputs.x.wide, inputs.dy) { NaiveKernel.softmax($0, width: inputs.width) }
    expectClose(inputs.backward(), slopes, within: 2 * tolerance + 1e-9)
  }

  @Test(arguments: shapes) func theChoiceIsTheNaiveOne(_ shape: (Int, Int)) {
    let inputs = Inputs(rows: shape.0, width: shape.1)
    #expect(inputs.choice().wide == NaiveKernel.chooseLargest(inputs.x.wide, width: inputs.width))
  }

  @Test func resultsMayTakeTheirInputsPlace() {
    let inputs = Inputs(rows: 5, width: 19)
    let (y, dx) = (inputs.forward(), inputs.backward())
    var place = inputs.x
    place.withUnsafeMutableBufferPointer {
      Kernel.softmax($0.baseAddress!, rows: 5, width: 19, into: $0.baseAddress!)
    }
    var slopes = inputs.dy
    slopes.withUnsafeMutableBufferPointer {
      Kernel.softmaxBackward(y: y, outputGradient: $0.baseAddress!, rows: 5, width: 19, into: $0.baseAddress!)
    }
    var chosen = inputs.x
    chosen.withUnsafeMutableBufferPointer {
      Kernel.chooseLargest($0.baseAddress!, rows: 5, width: 19, into: $0.baseAddress!)
    }
    #expect(place == y && slopes == dx && chosen == inputs.choice())
  }

  @Test func ofEqualNumbersTheFirstIsChosen() {
    var y = [Float](repeating: 7, count: 6)
    Kernel.chooseLargest([1, 3, 3, -.infinity, -.infinity, -.infinity], rows: 2, width: 3, into: &y)
    #expect(y == [0, 1, 0, 1, 0, 0])
  }

  @Test(arguments: 0..<3) func noNumberIsHidden(place: Int) {
    var x: [Float] = [1, 5, 2]
    x[place] = .nan
    var (y, chosen) = (x, x)
    Kernel.softmax(x, rows: 1, width: 3, into: &y)
    Kernel.chooseLargest(x, rows: 1, width: 3, into: &chosen)
    #expect(chosen.allSatisfy { $0.isNaN } && y.contains { $0.isNaN })
  }

  @Test func hugeScoresDoNotOverflow() {
    var y: [Float] = [7, 7]
    Kernel.softmax([3e38, -3e38], rows: 1, width: 2, into: &y)
    #expect(y == [1, 0])
  }
}
