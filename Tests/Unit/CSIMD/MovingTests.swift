import CSIMD
import Testing

/// Loads and stores of some lanes: those of the machine, and those for machines that have none.
@Suite struct MovingTests {
  private let numbers = (0..<48).map { Float($0) + 0.5 }

  @Test(arguments: 0...16)
  func aLoadReadsSoManyLanesAndZeros(count: Int32) {
    let expected = (0..<16).map { $0 < count ? numbers[$0 + 16] : 0 }
    numbers.withUnsafeBufferPointer {
      let place = $0.baseAddress! + 16
      for loaded in [csimd_load_first(place, count), csimd_load_first_by_fours(place, count)] {
        #expect((0..<16).map { loaded[$0] } == expected)
      }
    }
  }

  @Test(arguments: 0...16)
  func aStoreTouchesNothingPastItsLanes(count: Int32) {
    let lanes = csimd_float16((0..<16).map { -Float($0) - 1 })
    let expected = (0..<48).map { (16..<16 + Int(count)).contains($0) ? 15 - Float($0) : numbers[$0] }
    for isByFours in [false, true] {
      var target = numbers
      target.withUnsafeMutableBufferPointer {
        let place = $0.baseAddress! + 16
        if isByFours { csimd_store_first_by_fours(place, count, lanes) } else { csimd_store_first(place, count, lanes) }
      }
      #expect(target == expected, "by fours \(isByFours)")
    }
  }

  /// At the very end of an array: AddressSanitizer would see a lane too many.
  @Test(arguments: 1...16)
  func nothingPastAnArrayIsTouched(count: Int32) {
    var array = Array(numbers.prefix(Int(count)))
    array.withUnsafeMutableBufferPointer {
      let place = $0.baseAddress!
      csimd_store_first_by_fours(place, count, csimd_load_first_by_fours(place, count) + csimd_broadcast(1))
    }
    #expect(array == numbers.prefix(Int(count)).map { $0 + 1 })
  }
}
