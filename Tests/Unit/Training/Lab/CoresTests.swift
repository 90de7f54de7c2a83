import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct CoresTests {
  @Test func noCoreIsHandedOutTwice() {
    let cores = Cores(4)
    cores.take()
    #expect(cores.takeSpare(upTo: 4) == 3)
    #expect(cores.takeSpare(upTo: 4) == 0)
    cores.give(2)
    #expect(cores.takeSpare(upTo: 4) == 2)
    cores.give(4)
    #expect(cores.takeSpare(upTo: 4) == 4)
    cores.give(4)
  }

  @Test func nobodyTakesMoreThanIsOfUse() {
    let cores = Cores(16)
    cores.take()
    #expect(cores.takeSpare(upTo: 3) == 3)
    #expect(cores.takeSpare(upTo: 0) == 0)
    #expect(cores.takeSpare(upTo: 16) == 12)
    cores.give(16)
  }

  @Test(arguments: [1, 2, 5], [0, 1, 2, 100])
  func sharedWorkIsDoneOnceAndInItsOrder(total: Int, count: Int) {
    let cores = Cores(total)
    cores.take()
    let (calls, busy, most) = (Tally(), Tally(), Tally())
    let values = cores.share(count) { piece in
      calls.add(1)
      most.raise(to: busy.add(1))
      usleep(200)
      busy.add(-1)
      return piece * piece
    }
    #expect(values == (0..<count).map { $0 * $0 })
    #expect(calls.value == count && most.value <= total)
    #expect(cores.takeSpare(upTo: total) == total - 1)
    cores.give(total)
  }

  /// Two pieces that wait for one another can end only side by side.
  @Test func sharedWorkIsDoneOnAllCores() {
    let cores = Cores(2)
    cores.take()
    defer { cores.give() }
    let meeting = Meeting()
    #expect(cores.share(2) { meeting.join($0) } == [true, true])
  }

  @Test func aCoreThatBecomesIdleHelpsToo() {
    let cores = Cores(2)
    cores.take()
    cores.take()
    defer { cores.give() }
    let meeting = Meeting()
    let met = cores.share(3) { piece in
      guard piece > 0 else {
        cores.give()
        return true
      }
      return meeting.join(piece - 1)
    }
    #expect(met == [true, true, true])
  }

  @Test func aMachineWithoutACoreIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) { _ = Cores(0) }
  }
}

/// A number that several threads change.
private final class Tally: Sendable {
  private let number = Atomic(0)

  var value: Int { number.load(ordering: .sequentiallyConsistent) }

  @discardableResult
  func add(_ count: Int) -> Int { number.add(count, ordering: .sequentiallyConsistent).newValue }

  func raise(to value: Int) { _ = number.max(value, ordering: .sequentiallyConsistent) }
}

/// Of two, each of whom waits for the other.
private final class Meeting: Sendable {
  private let come = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]

  /// Whether the other came within ten seconds.
  func join(_ number: Int) -> Bool {
    come[number].signal()
    return come[1 - number].wait(timeout: .now() + 10) == .success
  }
}
