import Synchronization

/// Rooms that are not in use, for whoever continues sequences next: to get so much memory takes as long as to read a good
/// part of the prompts.
final class DecodingRooms: Sendable {
  private let idle = Mutex<[DecodingRoom]>([])

  /// One that is large enough.
  func take(_ program: Program, longest: Int, capacity: Int) -> DecodingRoom {
    let found = idle.withLock { idle -> DecodingRoom? in
      idle.removeAll { !$0.isLarge(enoughFor: longest, capacity: capacity) }
      return idle.popLast()
    }
    return found ?? DecodingRoom(program, longest: longest, capacity: capacity)
  }

  func giveBack(_ room: DecodingRoom) { idle.withLock { $0.append(room) } }
}
